/** What Lights shows, as its address names it, so that a reload stays and the way back works. */

export const lightsViews = ['room', 'touch', 'sources', 'trial', 'log'] as const
export type LightsPart = (typeof lightsViews)[number]

export type Shown =
  | { view: Exclude<LightsPart, 'log'> }
  /** Null: the seven days until today. */
  | { view: 'log'; fromDay: number | null }

/** The last day number from which seven days lie within what the contract takes. */
const LAST_DAY = 99_990

/** An address that names nothing shows the room. */
export function shownAt([view, what]: readonly string[]): Shown {
  if (view === 'touch' || view === 'sources' || view === 'trial') return { view }
  if (view !== 'log') return { view: 'room' }
  const day = /^\d{1,6}$/.test(what ?? '') ? Number(what) : Number.NaN
  return { view, fromDay: day <= LAST_DAY ? day : null }
}

export function addressOf(shown: Shown): string[] {
  if (shown.view === 'room') return []
  if (shown.view !== 'log' || shown.fromDay === null) return [shown.view]
  return [shown.view, String(shown.fromDay)]
}

/** For links. */
export const hrefOf = (shown: Shown): string => `#/${['lights', ...addressOf(shown)].join('/')}`

/** A part as a link opens it. */
export const partOf = (view: LightsPart): Shown => (view === 'log' ? { view, fromDay: null } : { view })
