/** One silent notification when a look begins that nobody asked for, with a click that takes it back for a minute. */
import type { LightsView } from '../../contract/lights.ts'
import { undoable } from '../../core/lights/whatShows.ts'

type Announced = NonNullable<LightsView['announced']>

export interface LightsNoticeParts {
  /** Whether a window of Lull has the keyboard: it says the same. */
  isSeen(): boolean
  /** Whether nothing may appear now: a call, a shared or full screen, do not disturb. */
  isHushed(): boolean
  /** Shows it. @returns what takes it away again. */
  show(announced: Announced): () => void
  nowMs(): number
}

/** Of pauses a person is told anyway; all others somebody asked for. */
const UNASKED: readonly Announced['because'][] = ['strain', 'bedtime']

export interface LightsNotice {
  follow(view: LightsView): void
  /** Nothing can be undone without an engine. */
  engineGone(): void
}

export function lightsNotice(parts: LightsNoticeParts): LightsNotice {
  /** Each look is announced once, also where its notice was left out. */
  let heard: string | null = null
  let close = () => {}
  let timer: NodeJS.Timeout | undefined
  const end = () => {
    clearTimeout(timer)
    close()
    close = () => {}
  }
  return {
    follow(view) {
      const nowMs = parts.nowMs()
      const announced = undoable(view, nowMs)
      const name = announced && `${announced.claimId} ${announced.atMs}`
      if (name !== null && name === heard) return
      end()
      if (announced === null) return
      heard = name
      if (!UNASKED.includes(announced.because) || parts.isSeen() || parts.isHushed()) return
      close = parts.show(announced)
      timer = setTimeout(end, announced.undoUntilMs - nowMs)
    },
    engineGone: end,
  }
}
