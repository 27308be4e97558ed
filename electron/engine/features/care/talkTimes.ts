/** Times of the messages of the last days, in memory, so that looking at the clock costs nothing. */

import { NOTICE_LOOKS_BACK_MS } from '../../../core/care/noticeDue.ts'
import type { ConversationChange } from '../../../core/chat/conversation.ts'
import type { Clock } from '../../ports/clock.ts'
import type { WrittenBefore } from '../../ports/writtenMessages.ts'

const PAGE = 500

export interface RecentTimes {
  /** Rising, epoch ms. */
  timesMs: readonly number[]
  /** The last message before these; null when there was none. */
  earlierMs: number | null
}

export class TalkTimes {
  readonly #clock: Clock
  readonly #writtenBefore: WrittenBefore
  #known: { timesMs: number[]; earlierMs: number | null } | null = null
  /** When it was asked last, by the clock of then. */
  #askedMs = 0

  constructor(clock: Clock, writtenBefore: WrittenBefore) {
    this.#clock = clock
    this.#writtenBefore = writtenBefore
  }

  /** Messages of `NOTICE_LOOKS_BACK_MS`, and the last one before. */
  recent(): RecentTimes {
    const nowMs = this.#clock.now()
    // What was too old for a clock that has been set back since is not too old now.
    if (nowMs < this.#askedMs) this.forget()
    this.#askedMs = nowMs
    this.#known ??= this.#read()
    const fromMs = nowMs - NOTICE_LOOKS_BACK_MS
    const { timesMs } = this.#known
    const old = timesMs.findIndex((atMs) => atMs >= fromMs)
    const passed = timesMs.splice(0, old < 0 ? timesMs.length : old)
    this.#known.earlierMs = passed.at(-1) ?? this.#known.earlierMs
    return this.#known
  }

  take(change: ConversationChange): void {
    if (change.type === 'message') this.#add(change.message.at)
    else if (change.type !== 'reply' && change.type !== 'failure' && change.type !== 'conversation')
      this.forget()
  }

  forget(): void {
    this.#known = null
  }

  #add(atMs: number): void {
    if (this.#known === null) return
    const { timesMs } = this.#known
    const before = timesMs.findLastIndex((known) => known <= atMs)
    timesMs.splice(before + 1, 0, atMs)
  }

  /** From the newest back, until a whole page is too old: a clock that was wrong for a while hides nothing. */
  #read(): { timesMs: number[]; earlierMs: number | null } {
    const fromMs = this.#clock.now() - NOTICE_LOOKS_BACK_MS
    const timesMs: number[] = []
    let earlierMs: number | null = null
    for (let page = this.#writtenBefore(null, PAGE); page.length > 0; ) {
      for (const { atMs } of page) {
        if (atMs >= fromMs) timesMs.push(atMs)
        else earlierMs = Math.max(earlierMs ?? atMs, atMs)
      }
      if (page.every(({ atMs }) => atMs < fromMs)) break
      page = this.#writtenBefore(page.at(-1)?.sequence ?? 0, PAGE)
    }
    return { timesMs: timesMs.sort((a, b) => a - b), earlierMs }
  }
}
