/** What the tray says about pauses: what comes next or why nothing does, and what can be done about it. */
import type { BreakOffer, BreakView } from '../../contract/breaks.ts'
import { words } from '../words.ts'
import { lengthWords, roughTime, timeWords } from './timeWords.ts'
import type { TrayLine } from './trayLine.ts'

const said = words.breaks

/** "A pause is due: stretch, 2 min" */
export function offerLine({ kind, arm, lengthMs, isAgain }: BreakOffer): string {
  if (kind === 'endOfDay') return said.endOfDay
  const length = lengthWords(lengthMs)
  if (kind === 'lunch') return said.lunch(length)
  const what = arm
    ? `${said.arms[arm]}, ${length}`
    : kind === 'eyeRest'
      ? `${said.arms.lookAway}, ${length}`
      : length
  return isAgain ? said.again(what) : said.due(what)
}

function quietLine(view: BreakView, nowMs: number, locale: string): string | null {
  if (!view.isOn) return said.off
  if (view.pausedUntilMs !== null) return said.noneUntil(timeWords(view.pausedUntilMs, nowMs, locale))
  if (view.isDayDone) return said.noneToday
  return view.silent ? said.silent[view.silent.reason] : null
}

function nextLine({ next, atMs, waiting }: BreakView, nowMs: number, locale: string): string {
  if (waiting) return said.waiting
  if (!next) return said.noneInSight
  const what = said.next[next.kind]
  // Times that were set are said as times.
  if (next.because === 'time') return said.nextAt(what, timeWords(atMs + next.inMs, nowMs, locale))
  return said.nextIn(what, roughTime(next.inMs - (nowMs - atMs)))
}

/** How pauses stand, in one line; also for a mouse that rests on the lamp. */
export function breakLine(view: BreakView, nowMs: number, locale: string): string {
  if (view.running) return said.running(timeWords(view.running.endsAtMs, nowMs, locale))
  if (view.offer) return offerLine(view.offer)
  if (view.rating) return said.didHelp
  if (view.snoozed) return said.putOff(timeWords(view.snoozed.untilMs, nowMs, locale))
  return quietLine(view, nowMs, locale) ?? nextLine(view, nowMs, locale)
}

/** Whether the line says how long it takes until something, and so grows old by itself. */
export function saysSpan(view: BreakView): boolean {
  const isPlain = !view.running && !view.offer && !view.rating && !view.snoozed
  return isPlain && view.next !== null && view.next.because !== 'time'
}

function offerLines(offer: BreakOffer): TrayLine[] {
  return [
    { label: offerLine(offer), action: 'breakStart' },
    ...(offer.postponesLeft > 0 ? [{ label: said.later, action: 'breakLater' as const }] : []),
    { label: said.notNow, action: 'breakNotNow' },
  ]
}

function quietLines(view: BreakView): TrayLine[] {
  if (!view.isOn) return []
  const isQuiet = view.pausedUntilMs !== null || view.isDayDone
  return [
    isQuiet
      ? { label: said.offerAgain, action: 'offerAgain' }
      : { label: said.quietHour, action: 'quietHour' },
  ]
}

export function breakLines(view: BreakView, nowMs: number, locale: string): TrayLine[] {
  const line: TrayLine = { label: breakLine(view, nowMs, locale), action: 'pauses' }
  const { running, offer, rating, snoozed } = view
  if (running) {
    return [null, line, ...(running.isStrict ? [] : [{ label: said.back, action: 'breakBack' as const }])]
  }
  if (offer) return [null, ...offerLines(offer), ...quietLines(view)]
  const now: TrayLine = snoozed
    ? { label: said.takeItNow, action: 'breakStart' }
    : { label: said.takeOneNow, action: 'breakNow' }
  const rate: TrayLine[] = rating
    ? [
        { label: said.helped, action: 'helped' },
        { label: said.helpedNot, action: 'helpedNot' },
      ]
    : []
  return [null, line, ...rate, now, ...quietLines(view)]
}
