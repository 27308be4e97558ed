/** What Pauses shows, as its address names it, so that a reload stays and the way back works. */

export const sumSpans = ['week', 'month', 'year', 'all'] as const
export type SumSpan = (typeof sumSpans)[number]

export interface MonthOfYear {
  year: number
  /** 1–12. */
  month: number
}

export type Shown =
  | { view: 'now' }
  | { view: 'day'; day: number }
  /** Null: the seven days until today. */
  | { view: 'week'; fromDay: number | null }
  /** Null: the month it is now. */
  | { view: 'month'; of: MonthOfYear | null }
  | { view: 'sums'; span: SumSpan }
  | { view: 'why'; nudgeId: number }
  | { view: 'learning' }
  | { view: 'settings' }

/** The last day number the contract takes. */
const LAST_DAY = 100_000

function dayOf(text: string | undefined): number | null {
  const day = /^\d{1,6}$/.test(text ?? '') ? Number(text) : Number.NaN
  return day <= LAST_DAY ? day : null
}

function monthOf(text: string | undefined): MonthOfYear | null {
  const match = /^(\d{4})-(\d{2})$/.exec(text ?? '')
  const [year, month] = [Number(match?.[1]), Number(match?.[2])]
  return year >= 1970 && year <= 2200 && month >= 1 && month <= 12 ? { year, month } : null
}

/** An address that names nothing shows now. */
export function shownAt([view, what]: readonly string[]): Shown {
  if (view === 'settings' || view === 'learning') return { view }
  if (view === 'week') return { view, fromDay: dayOf(what) }
  if (view === 'month') return { view, of: monthOf(what) }
  if (view === 'sums') return { view, span: sumSpans.find((span) => span === what) ?? 'month' }
  const number = dayOf(what)
  if (view === 'day' && number !== null) return { view, day: number }
  if (view === 'why' && /^[1-9]\d{0,14}$/.test(what ?? '')) return { view, nudgeId: Number(what) }
  return { view: 'now' }
}

/** Such as 2026-05. */
export const monthText = ({ year, month }: MonthOfYear): string => `${year}-${String(month).padStart(2, '0')}`

export function addressOf(shown: Shown): string[] {
  switch (shown.view) {
    case 'now':
      return []
    case 'day':
      return ['day', String(shown.day)]
    case 'week':
      return shown.fromDay === null ? ['week'] : ['week', String(shown.fromDay)]
    case 'month':
      return shown.of === null ? ['month'] : ['month', monthText(shown.of)]
    case 'sums':
      return ['sums', shown.span]
    case 'why':
      return ['why', String(shown.nudgeId)]
    default:
      return [shown.view]
  }
}

/** For links. */
export const hrefOf = (shown: Shown): string => `#/${['pauses', ...addressOf(shown)].join('/')}`
