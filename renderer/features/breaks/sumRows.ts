/** Sums of pauses as rows of words and figures; what did not happen is left out, except for what one would look for. */
import type { BreakStatisticsView } from '../../../electron/contract/breaks.ts'
import type { SuppressionReason } from '../../../electron/core/breaks/breakEffects.ts'
import { ARMS, BREAK_KINDS } from '../../../electron/core/breaks/kinds.ts'
import type { DayWords } from '../stress/dayWords.ts'
import { timesOf } from './timelineWords.ts'

export interface SumRow {
  name: string
  value: string
  /** Belongs to the row above. */
  isPart?: boolean
}

type Sums = BreakStatisticsView
type Words = Pick<DayWords, 't' | 'number' | 'duration'>

function timesLength({ times, restedMs }: { times: number; restedMs: number }, words: Words): string {
  if (times === 0 || restedMs < 1000) return words.number(times)
  return words.t('pauses.sum.timesLength', { times: timesOf(times, words), length: words.duration(restedMs) })
}

const outcomes = ['left', 'snoozed', 'skipped', 'notNow', 'ignored', 'leftOut'] as const

export function offeredRows(sums: Sums, words: Words): SumRow[] {
  const { t, number } = words
  const withdrawn = Object.values(sums.withdrawn).reduce<number>((all, n) => all + (n ?? 0), 0)
  return [
    { name: t('pauses.sum.offered'), value: number(sums.offered) },
    { name: t('pauses.sum.taken'), value: timesLength(sums.taken, words) },
    ...(sums.unasked > 0
      ? [{ name: t('pauses.sum.unasked'), value: number(sums.unasked), isPart: true }]
      : []),
    { name: t('pauses.sum.natural'), value: timesLength(sums.natural, words) },
    ...outcomes.flatMap((one) =>
      sums[one] > 0 ? [{ name: t(`pauses.sum.${one}`), value: number(sums[one]) }] : [],
    ),
    ...(withdrawn > 0 ? [{ name: t('pauses.sum.withdrawn'), value: number(withdrawn) }] : []),
  ]
}

export function kindRows({ takenByKind }: Sums, words: Words): SumRow[] {
  return BREAK_KINDS.filter((kind) => takenByKind[kind].times > 0).map((kind) => ({
    name: words.t(`pauses.kindName.${kind}`),
    value: timesLength(takenByKind[kind], words),
  }))
}

export function armRows({ takenByArm }: Sums, words: Words): SumRow[] {
  return ARMS.filter((arm) => arm !== 'nothing' && takenByArm[arm].times > 0).map((arm) => ({
    name: words.t(`pauses.armName.${arm}`),
    value: timesLength(takenByArm[arm], words),
  }))
}

/** The longest silence first. */
export function silenceSumRows({ suppressed }: Sums, words: Words): SumRow[] {
  const known = Object.entries(suppressed) as [SuppressionReason, { stretches: number; heldMs: number }][]
  return known
    .toSorted(([, a], [, b]) => b.heldMs - a.heldMs)
    .map(([reason, { stretches, heldMs }]) => ({
      name: words.t(`pauses.reasonName.${reason}`),
      value: words.t('pauses.sum.timesLength', {
        times: timesOf(stretches, words),
        length: words.duration(heldMs),
      }),
    }))
}

/** Whether anything at all is in these days. */
export function isEmptySums(sums: Sums): boolean {
  const { offered, taken, natural, left, leftOut, suppressed } = sums
  const happened = offered + taken.times + natural.times + left + leftOut
  return happened === 0 && Object.keys(suppressed).length === 0
}
