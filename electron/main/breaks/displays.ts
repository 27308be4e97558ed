/** The displays that are there, by the ids that the engine and the pages know them by. */
import { screen } from 'electron'
import type { Display } from './planBreakWindows.ts'

/** As many as the contract takes. */
const DISPLAYS_MAX = 16

export function displaysNow(): Display[] {
  const displays = screen.getAllDisplays().map(({ id, bounds }) => ({ id: String(id), bounds }))
  return displays.slice(0, DISPLAYS_MAX)
}

export const pointerDisplay = (): string =>
  String(screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).id)

/** @param changed is called at every change, of ids or of bounds. */
export function watchDisplays(changed: () => void): void {
  screen.on('display-added', changed)
  screen.on('display-removed', changed)
  screen.on('display-metrics-changed', changed)
}
