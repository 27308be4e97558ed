/** Hands over whether a device is in use, or that nobody can tell. */
import type { Answer } from '../question.ts'
import type { SensorContext } from './sensorContext.ts'

/** A device may be in use without anybody talking. */
const QUALITY = 0.8

export function tellUse(
  { sink, clock }: Pick<SensorContext, 'sink' | 'clock'>,
  fact: 'inCall' | 'sharing',
  source: string,
  answer: Answer<boolean | null>,
): void {
  const value = answer.kind === 'told' ? answer.value : null
  sink.fact({ fact, value, source, atMs: clock.now(), quality: value === null ? 0 : QUALITY, how: 'poll' })
}
