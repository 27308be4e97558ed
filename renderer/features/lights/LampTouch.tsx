/** A lamp of the room on screen under the person's own hand: pressed it switches, arrow keys dim and warm it. */
import type { KeyboardEvent, ReactNode } from 'react'
import type { LampView } from '../../../electron/contract/lights.ts'
import styles from './House.module.css'
import type { Hand } from './House.tsx'
import { isAbsent } from './lightWords.ts'
import type { LampHand } from './useLightDoings.ts'

export interface LampTouchProps {
  lamp: LampView
  hand: Hand
  children: ReactNode
}

const STEP_PERCENT = 10
/** About as much as the eye notices at once. */
const STEP_MIREK = 20

const within = (least: number, most: number, value: number) => Math.min(most, Math.max(least, value))

/** What a key does to a lamp that is on; null: nothing. */
export function handByKey(
  key: string,
  { can, brightness, colour }: Pick<LampView, 'can' | 'brightness' | 'colour'>,
): LampHand | null {
  const up = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0
  if (up !== 0 && can.dim) {
    return { brightness: within(1, 100, Math.round(brightness ?? 50) + up * STEP_PERCENT) }
  }
  const warmer = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  if (warmer === 0 || can.temperature === null) return null
  const { leastMirek, mostMirek } = can.temperature
  const now = colour?.kind === 'temperature' ? colour.mirek : (leastMirek + mostMirek) / 2
  return { mirek: within(leastMirek, mostMirek, Math.round(now + warmer * STEP_MIREK)) }
}

export function LampTouch({ lamp, hand, children }: LampTouchProps) {
  function press() {
    hand.onPick(lamp.id)
    if (!isAbsent(lamp)) hand.touch(lamp.id, { isOn: lamp.isOn !== true })
  }

  function byKey(event: KeyboardEvent) {
    if (!event.key.startsWith('Arrow') || event.altKey || event.ctrlKey || event.metaKey) return
    // The page would scroll away from under the lamp.
    event.preventDefault()
    hand.onPick(lamp.id)
    const change = lamp.isOn === true && !isAbsent(lamp) ? handByKey(event.key, lamp) : null
    if (change) hand.touch(lamp.id, change)
  }

  return (
    <button
      type="button"
      className={styles.touch}
      aria-pressed={lamp.isOn === true && !isAbsent(lamp)}
      onClick={press}
      onKeyDown={byKey}
    >
      {children}
    </button>
  )
}
