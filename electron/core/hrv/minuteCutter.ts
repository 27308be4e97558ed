/** Cuts what a source sends into its own minutes, each of them to be judged once. */
import { RR_RANGE_MS } from './cleanRr.ts'
import { isHeartRateSteady } from './heartRateSlope.ts'
import { LEAST_WINDOW_MS, type RefusalReason } from './hrvWindow.ts'
import { cutIntoWindows, type SourceMessage, type SourceWindow, sourceWindow } from './sourceWindow.ts'

/** One minute of one source, counted from its own first beat. */
export interface BeatMinute {
  /** Epoch ms by the sender's clock; the end does not belong to it. */
  fromMs: number
  toMs: number
  messages: SourceMessage[]
  /** Messages beyond what a minute can hold; they are not kept. */
  over: number
}

const MINUTE_MS = LEAST_WINDOW_MS
/** Two hundred beats a minute, each sent alone, five times over: a flood must not fill the memory. */
const MOST_MESSAGES = 1000
/** Messages may come late; a minute that nothing completes is over when this much more has passed, ms. */
export const SILENT_AFTER_MS = 30_000
/** More beats than fit in the time are two senders in one topic, or a backlog that came without times. */
const MOST_FILLED = 1.2

function opened(fromMs: number, lengthMs: number): BeatMinute {
  return { fromMs, toMs: fromMs + lengthMs, messages: [], over: 0 }
}

function firstBeatFromMs(message: SourceMessage): number {
  const lengthMs = (message.rrMs ?? []).reduce<number>((sum, rr) => sum + (rr !== null && rr > 0 ? rr : 0), 0)
  return message.atMs - lengthMs
}

/**
 * The minutes of one source follow one another for as long as it sends; after a silence they begin anew with its next
 * beat, so that no good minute is lost to an old grid.
 */
export class MinuteCutter {
  #open: BeatMinute | null = null
  readonly #lengthMs: number
  readonly #mostMessages: number

  /** @param lengthMs another length than a minute is for looking at recordings. */
  constructor(lengthMs = MINUTE_MS) {
    this.#lengthMs = lengthMs
    this.#mostMessages = Math.ceil((MOST_MESSAGES * lengthMs) / MINUTE_MS)
  }

  /** Takes in the next message and gives the minutes that it completes. Minutes without beats are none. */
  take(message: SourceMessage): BeatMinute[] {
    const done: BeatMinute[] = []
    let open = this.#open ?? opened(firstBeatFromMs(message), this.#lengthMs)
    const parts = cutIntoWindows(message, open.fromMs, this.#lengthMs)
    let openIndex = 0
    for (const [index, part] of parts) {
      if (index > openIndex) {
        if (open.messages.length > 0) done.push(open)
        const follows = index === openIndex + 1
        open = opened(follows ? open.toMs : firstBeatFromMs(part), this.#lengthMs)
        openIndex = index
      }
      // What comes late is of a minute that was judged already.
      if (part.atMs < open.fromMs) continue
      if (open.messages.length < this.#mostMessages) open.messages.push(part)
      else open.over++
    }
    this.#open = open
    return done
  }

  /** The minute under way, when it is long over and nothing completed it. */
  closeSilent(nowMs: number): BeatMinute | null {
    const open = this.#open
    if (open === null || nowMs < open.toMs + SILENT_AFTER_MS) return null
    this.#open = null
    return open.messages.length > 0 ? open : null
  }
}

function trustedMs(messages: readonly SourceMessage[]): number {
  let sum = 0
  for (const { rrMs } of messages) {
    for (const rr of rrMs ?? [])
      if (rr !== null && rr >= RR_RANGE_MS.least && rr <= RR_RANGE_MS.most) sum += rr
  }
  return sum
}

/** The slope of heart rates told one by one; a window of intervals knows its own. */
function steadyOf(window: SourceWindow, minute: BeatMinute): boolean | null {
  if (window.steady !== null) return window.steady
  const rates = minute.messages.flatMap(({ atMs, hrBpm }, index) =>
    hrBpm === undefined ? [] : [{ index, offsetMs: atMs - minute.fromMs, rrMs: MINUTE_MS / hrBpm }],
  )
  return isHeartRateSteady(rates)
}

/** Whether beats of this minute carried intervals, as those of a strap do. */
export function hasIntervals(minute: BeatMinute): boolean {
  return minute.messages.some((message) => (message.rrMs?.length ?? 0) > 0)
}

/** One minute judged by the rule of every window, and refused as well when it holds more beats than a minute can. */
export function judgedMinute(minute: BeatMinute): SourceWindow {
  const window = sourceWindow(minute.messages, minute.fromMs, minute.toMs)
  const steady = steadyOf(window, minute)
  const isOverfull =
    minute.over > 0 || trustedMs(minute.messages) > MOST_FILLED * (minute.toMs - minute.fromMs)
  if (!isOverfull) return { ...window, steady }
  const refused = new Set<RefusalReason>([...window.refused, 'too_many_bad_beats'])
  return { ...window, hrBpm: null, lnRmssd: null, refused: [...refused], steady }
}
