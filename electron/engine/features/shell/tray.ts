/** What the tray shows, from what the engine is doing. */
import type { RuntimeState } from '../../../core/models/model.ts'
import type { Tray } from './shellService.ts'

interface Doing {
  runtime: RuntimeState
  replying: boolean
  modelTitle: string | null
  shortcut: string | null
  sensing: Tray['sensing']
  checkinDue: boolean
}

export function trayOf({ runtime, replying, ...shown }: Doing): Tray {
  const { modelTitle, shortcut, sensing, checkinDue } = shown
  const { state, until } = sensing
  return {
    type: 'tray',
    lamp: lampOf(runtime, replying),
    modelTitle,
    shortcut,
    sensing: { state, until },
    checkinDue,
  }
}

function lampOf(runtime: RuntimeState, replying: boolean): Tray['lamp'] {
  if (runtime.phase === 'waking') return 'waking'
  if (replying) return 'writing'
  return runtime.phase === 'ready' || runtime.phase === 'busy' ? 'resting' : 'off'
}
