/** What a window says about the light in one quiet line: what was done with its way back, or why nothing was. */
import type { LightsView } from '../../../../electron/contract/lights.ts'
import { coming, showing, undoable } from '../../../../electron/core/lights/whatShows.ts'
import type { SaidInTalk } from './saidInTalk.ts'

export type ShownClaim = LightsView['claims'][number]
export type Announced = NonNullable<LightsView['announced']>
export type Told = NonNullable<LightsView['told']>

export type RoomLine =
  | { kind: 'on'; claim: ShownClaim; undo: Announced | null }
  /** It waits, for lamps are not changed twice within moments. */
  | { kind: 'soon'; claim: ShownClaim }
  /** A wish of the person's came to nothing. */
  | { kind: 'told'; told: Told }

/** For so long it is said why a wish came to nothing. */
export const TOLD_MS = 60_000

/** A preview is over in ten seconds, and told where it was asked for. */
export function roomLine(view: LightsView, nowMs: number, said: SaidInTalk | null): RoomLine | null {
  const claim = showing(view)
  if (claim) {
    if (claim.because === 'preview') return null
    const announced = undoable(view, nowMs)
    const undo = announced?.claimId === claim.claimId ? announced : null
    // The words that asked for it say it themselves, for as long as it can be undone there.
    return claim.because === 'talk' && said !== null && undo !== null ? null : { kind: 'on', claim, undo }
  }
  const waits = coming(view)
  if (waits) return waits.because === 'talk' && said !== null ? null : { kind: 'soon', claim: waits }
  const { told } = view
  if (told === null || nowMs - told.atMs >= TOLD_MS) return null
  const isHere = told.because === 'shortcut' || (told.because === 'talk' && said === null)
  return isHere && (told.what === 'allOff' || told.what === 'nothing') ? { kind: 'told', told } : null
}

/** Until when something of it changes by itself, epoch ms; null: nothing does. */
export function turnMs(view: LightsView | undefined): number | null {
  const turns = [view?.announced?.undoUntilMs, view?.told ? view.told.atMs + TOLD_MS : undefined]
  const known = turns.filter((atMs) => atMs !== undefined)
  return known.length === 0 ? null : Math.max(...known)
}
