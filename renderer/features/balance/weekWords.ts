/** A week of talk as a sentence: plain figures, no verdict. */
import type { WeekOfUse } from '../../../electron/core/balance/weeks.ts'
import type { DayWords } from '../stress/dayWords.ts'

const MINUTE_MS = 60_000

type Words = Pick<DayWords, 't' | 'duration'>
type FactWords = Words & Pick<DayWords, 'counted' | 'times'>

/** "1 h 20 min"; a talk so short that it has no minute is still a talk. */
export function minutesWords(minutes: number, words: Words): string {
  return minutes === 0 ? words.t('balance.weeks.underMinute') : words.duration(minutes * MINUTE_MS)
}

/** What a week's bar stands for. */
export function lengthWords({ minutes, people }: WeekOfUse, words: Words): string {
  return minutes === 0 && people === 0 ? words.t('balance.weeks.noTalk') : minutesWords(minutes, words)
}

/** What is worth saying of a week besides its length; what did not happen is left out, except people. */
export function weekFacts(week: WeekOfUse, words: FactWords): string[] {
  const { t, counted, times } = words
  const { minutes, nightMinutes, nights, onlyYou, people, acts } = week
  const talked = minutes > 0 || people > 0
  const facts = [
    nights > 0 ? t('balance.weeks.nights', { count: nights, n: counted(nights) }) : null,
    nightMinutes > 0 ? t('balance.weeks.night', { length: minutesWords(nightMinutes, words) }) : null,
    talked ? t('balance.weeks.people', { count: people, n: counted(people) }) : null,
    onlyYou > 0 ? t('balance.weeks.onlyYou', { times: times(onlyYou) }) : null,
    acts > 0 ? t('balance.weeks.acts', { count: acts, n: counted(acts) }) : null,
  ]
  return facts.filter((fact) => fact !== null)
}
