/** What the tray says about lights: what is on and why, and the way to soften them or to have them back. */
import type { LightsView } from '../../contract/lights.ts'
import { coming, showing, undoable } from '../../core/lights/whatShows.ts'
import { words } from '../words.ts'
import type { TrayLine } from './trayLine.ts'

const said = words.lights
/** A wish that came to nothing is explained for so long. */
const TOLD_MS = 60_000

/** "The light is softer: you asked"; also said by the notice. */
export function lookWords({ look, because }: Pick<LightsView['claims'][number], 'look' | 'because'>): string {
  return said.line(
    Object.entries(said.looks).find(([id]) => id === look)?.[1] ?? said.own,
    said.because[because],
  )
}

/** Why a wish from tray or keyboard changed nothing; null: there is nothing to explain. */
function toldWords({ told }: LightsView, nowMs: number): string | null {
  if (told === null || told.because !== 'shortcut' || nowMs - told.atMs >= TOLD_MS) return null
  if (told.what === 'allOff') return said.allOff
  if (told.what === 'nothing') return said.nothing
  // Not everywhere: a look did begin.
  if (told.why === null) return null
  return told.why === 'quiet_times' ? said.quietTimes : told.why === 'paused' ? said.paused : said.leftAlone
}

/** Ms until the lines say something else although nothing happens; null: they stay. */
export function lightsTurnMs({ announced, told }: LightsView, nowMs: number): number | null {
  const turns = [announced?.undoUntilMs, told === null ? undefined : told.atMs + TOLD_MS]
  const ahead = turns.flatMap((atMs) => (atMs !== undefined && atMs > nowMs ? [atMs - nowMs] : []))
  return ahead.length === 0 ? null : Math.min(...ahead)
}

/** The real lights alone: what happens in the room on screen is for whoever looks at it. */
export function lightsLines(view: LightsView, nowMs: number): TrayLine[] {
  if (!view.isAllowed) return []
  const claim = showing(view)
  if (claim) {
    const back: TrayLine = undoable(view, nowMs)
      ? { label: said.undo, action: 'lightsUndo' }
      : { label: said.giveBack, action: 'lightsBack' }
    return [null, { label: lookWords(claim), action: 'lights' }, back]
  }
  if (coming(view)) {
    return [null, { label: said.soon, action: 'lights' }, { label: said.leave, action: 'lightsBack' }]
  }
  if (view.isPaused) return [null, { label: said.paused, action: 'lights' }]
  const told = toldWords(view, nowMs)
  return [
    null,
    ...(told === null ? [] : [{ label: told, action: 'lights' as const }]),
    { label: said.soften, action: 'lightsSoften' },
  ]
}
