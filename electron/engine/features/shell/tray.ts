/** What the tray's lamp shows, from what the engine is doing. */
import type { RuntimeState } from '../../../core/models/model.ts'
import type { Tray } from './shellService.ts'

interface Doing {
  runtime: RuntimeState
  replying: boolean
  modelTitle: string | null
  shortcut: string | null
}

export function trayOf({ runtime, replying, modelTitle, shortcut }: Doing): Tray {
  return { type: 'tray', lamp: lampOf(runtime, replying), modelTitle, shortcut }
}

function lampOf(runtime: RuntimeState, replying: boolean): Tray['lamp'] {
  if (runtime.phase === 'waking') return 'waking'
  if (replying) return 'writing'
  return runtime.phase === 'ready' || runtime.phase === 'busy' ? 'resting' : 'off'
}
