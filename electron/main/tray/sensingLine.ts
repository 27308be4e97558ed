/** Whether sensing runs, in one line of the tray. */
import { words } from '../words.ts'
import { timeWords } from './timeWords.ts'

export interface Sensing {
  state: 'on' | 'paused' | 'off'
  /** End of a pause, epoch ms; null = until switched on again. */
  until: number | null
}

/** @param locale BCP 47 tag for the time of day. */
export function sensingLine({ state, until }: Sensing, nowMs: number, locale: string): string {
  if (state === 'on') return words.sensingOn
  if (state === 'off') return words.sensingOff
  return until === null ? words.sensingPaused : words.sensingPausedUntil(timeWords(until, nowMs, locale))
}
