/** What Lull may touch, in one sentence. */
import type { LightsView } from '../../../../electron/contract/lights.ts'
import type { LightWords } from '../lightWords.ts'
import { type LightChoices, lampTick } from '../ticks.ts'

function whenWords(times: LightChoices['times'], { t, clockMinute }: LightWords): string {
  if (times === null) return ''
  if (times.startMinute === times.endMinute) return t('lights.lede.touchNever')
  const span = { from: clockMinute(times.startMinute), to: clockMinute(times.endMinute) }
  return t('lights.lede.touchWhen', span)
}

/** Lamps that are not there now still count: they were ticked. */
export function tickedCount(choices: LightChoices, { lamps }: Pick<LightsView, 'lamps'>): number {
  const there = lamps.filter((lamp) => lampTick(lamp, choices) === 'on').map(({ id }) => id)
  return new Set([...there, ...choices.lampIds]).size
}

export function touchSentence(view: LightsView, choices: LightChoices, words: LightWords): string {
  const { t, counted } = words
  if (!choices.isAllowed) return t('lights.lede.touchOff')
  const count = tickedCount(choices, view)
  if (count === 0) return t(view.isSimulated ? 'lights.lede.touchAny' : 'lights.lede.noneTicked')
  return t('lights.lede.touchOn', { count, n: counted(count), when: whenWords(choices.times, words) })
}
