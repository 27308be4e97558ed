/** The soft tone at the beginning and end of a pause, from one window only. */
import { useEffect, useRef } from 'react'
import type { RunningBreakView } from '../../../../electron/contract/breaks.ts'
import { playTone, type Tone } from '../../../design/tone.ts'
import { useSettings } from '../../settings/useSettings.ts'

/** A window that opens later than this does not ring a pause in. */
const STARTED_WITHIN_MS = 5000
/** So much before the end, so that the sound is over before its window is gone. */
export const END_TONE_MS = 2000
/** Nobody else takes a tone up that was taken so long ago. */
const HELD_MS = 10_000

/** Whether this window, of several that show the same, is the one that sounds. */
async function isTaken(name: string): Promise<boolean> {
  if (!('locks' in navigator)) return true
  return new Promise((resolve) => {
    void navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null)
        return lock === null ? undefined : new Promise((done) => setTimeout(done, HELD_MS))
      })
      .catch(() => resolve(true))
  })
}

/** @param running null where this window is to stay silent. */
export function useBreakTone(running: RunningBreakView | null, leftMs: number): void {
  const sound = useSettings()?.breakSound
  const played = useRef(new Set<string>())
  const id = running?.id ?? null
  const isBegun = running !== null && Date.now() - running.fromMs < STARTED_WITHIN_MS
  const isEnding = running !== null && leftMs <= END_TONE_MS
  const tone: Tone | null = isEnding ? 'end' : isBegun ? 'start' : null
  const volume = sound?.on ? sound.volume : 0
  useEffect(() => {
    const name = `lull-tone-${tone}-${id}`
    if (id === null || tone === null || volume === 0 || played.current.has(name)) return
    played.current.add(name)
    void isTaken(name).then((mine) => mine && playTone(tone, volume))
  }, [id, tone, volume])
}
