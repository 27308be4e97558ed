/** Which windows a pause needs now, from what the engine says and the displays that are there. */
import type { BreakView } from '../../contract/breaks.ts'
import type { Box } from '../windows/place.ts'

export interface Display {
  id: string
  bounds: Box
}

/** What the person chose; the engine's view says it of an offer and a break, not of the question after one. */
export type BreakForm = 'tray' | 'corner' | 'overlay'

export type Stage = 'offer' | 'running' | 'rating'

/** What a window is there for. */
export interface About {
  id: number
  stage: Stage
}

export interface CornerWanted {
  slot: 'corner'
  /** Null: made ready and kept hidden, so that it is there the moment a pause is offered. */
  about: About | null
}
export interface OverlayWanted {
  /** The display's id. */
  slot: string
  about: About
  bounds: Box
}
export type WindowWanted = CornerWanted | OverlayWanted

export function isOverlay(wanted: WindowWanted): wanted is OverlayWanted {
  return 'bounds' in wanted
}

/** A window takes most of a second to make, and a pause that is due may find its moment at once. */
const READY_BEFORE_MS = 2 * 60_000

function mayComeSoon({ waiting, snoozed, silent, next }: BreakView): boolean {
  if (waiting !== null || snoozed !== null) return true
  return silent === null && next !== null && next.inMs <= READY_BEFORE_MS
}

const corner = (id: number, stage: Stage): WindowWanted[] => [{ slot: 'corner', about: { id, stage } }]

export function planBreakWindows(
  view: BreakView,
  displays: readonly Display[],
  form: BreakForm,
): WindowWanted[] {
  const { running, offer, rating } = view
  if (running !== null) {
    if (running.form === 'tray') return []
    // Whoever is to talk with Lull must see it.
    if (running.form === 'corner' || running.arm === 'talk') return corner(running.id, 'running')
    return displays
      .filter(({ id }) => running.displays.includes(id))
      .map(({ id, bounds }) => ({ slot: id, about: { id: running.id, stage: 'running' }, bounds }))
  }
  // An overlay is offered in the corner: nobody's screen is covered before they say yes.
  if (offer !== null) return offer.form === 'tray' ? [] : corner(offer.id, 'offer')
  // Whoever wants no windows is asked in the tray.
  if (form === 'tray') return []
  if (rating !== null) return corner(rating.nudgeId, 'rating')
  return mayComeSoon(view) ? [{ slot: 'corner', about: null }] : []
}
