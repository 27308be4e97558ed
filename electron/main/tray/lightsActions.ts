/** What the tray's lines about lights do, and the shortcut; each acts on what was shown last. */
import type { EngineClient } from '../../contract/index.ts'
import type { LightsView } from '../../contract/lights.ts'
import { coming, showing, undoable } from '../../core/lights/whatShows.ts'
import type { TrayAction } from './trayLine.ts'

type LightsAction = Extract<TrayAction, 'lightsSoften' | 'lightsBack' | 'lightsUndo'>

export interface KnownLights {
  client: EngineClient
  view: LightsView
}

export interface LightsActions extends Record<LightsAction, () => void> {
  /** The shortcut: softer, or, while a look is on or on its way, back as it was. */
  lightsTurn(): void
}

/** @param now the engine that runs, and what it said last; null without one. */
export function lightsActions(now: () => KnownLights | null): LightsActions {
  const act = (call: (known: KnownLights) => Promise<unknown> | null) => () => {
    const known = now()
    // A wish that is refused is told in the tray, by what the engine says next.
    if (known) call(known)?.catch(() => {})
  }
  const soften = ({ client }: KnownLights) => client.lights.apply({ look: 'soften', because: 'shortcut' })
  const giveBack = ({ client }: KnownLights) => client.lights.release()
  return {
    lightsSoften: act(soften),
    lightsBack: act(giveBack),
    lightsUndo: act((known) => {
      const done = undoable(known.view, Date.now())
      return done ? known.client.lights.undo({ claimId: done.claimId }) : giveBack(known)
    }),
    lightsTurn: act((known) =>
      (showing(known.view) ?? coming(known.view)) ? giveBack(known) : soften(known),
    ),
  }
}
