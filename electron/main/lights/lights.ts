/** Lights in the shell: what the tray shows of them, their shortcut, and a word about what nobody asked for. */
import { BrowserWindow } from 'electron'
import type { EngineClient } from '../../contract/index.ts'
import type { LightsView } from '../../contract/lights.ts'
import type { PresenceSnapshot } from '../../contract/presence.ts'
import { undoable } from '../../core/lights/whatShows.ts'
import { follow } from '../engineClient.ts'
import { createShortcut } from '../shortcut.ts'
import { type LightsActions, lightsActions } from '../tray/lightsActions.ts'
import { lookWords } from '../tray/lightsLines.ts'
import { showNotice } from '../tray/showNotice.ts'
import { words } from '../words.ts'
import { lightsNotice } from './lightsNotice.ts'

export interface Lights {
  actions: LightsActions
  /** Follows this engine from now on. */
  connect(client: EngineClient): void
  engineGone(): void
  /** Holds these keys, or none. @returns false when another app has them. */
  useShortcut(accelerator: string | null): boolean
}

export interface LightsParts {
  changed(view: LightsView): void
  openLights(): void
}

export function createLights({ changed, openLights }: LightsParts): Lights {
  let client: EngineClient | null = null
  let view: LightsView | null = null
  let presence: PresenceSnapshot | null = null
  const actions = lightsActions(() => client && view && { client, view })
  const shortcut = createShortcut(() => actions.lightsTurn())

  const notice = lightsNotice({
    isSeen: () => BrowserWindow.getFocusedWindow() !== null,
    isHushed: () => presence !== null && isHushed(presence),
    show: (announced) =>
      showNotice(lookWords(announced), words.lights.clickToUndo, () => takeBack(announced.claimId)),
    nowMs: () => Date.now(),
  })
  const takeBack = (claimId: number) => {
    const open = view && undoable(view, Date.now())
    if (!client || open?.claimId !== claimId) return openLights()
    client.lights.undo({ claimId }).catch(openLights)
  }

  return {
    actions,
    connect(next) {
      client = next
      void follow(next.presence.watch(), (snapshot) => {
        presence = snapshot
      })
      void follow(next.lights.watch(), (now) => {
        view = now
        notice.follow(now)
        changed(now)
      })
    },
    engineGone() {
      client = null
      view = null
      presence = null
      notice.engineGone()
    },
    useShortcut: (accelerator) => shortcut.use(accelerator),
  }
}

/** What cannot be known hushes nothing: the system keeps its own notices down. */
function isHushed({ inCall, sharing, fullScreen, doNotDisturb }: PresenceSnapshot): boolean {
  return [inCall, sharing, fullScreen, doNotDisturb].some(({ value }) => value === true)
}
