/** Joins text that comes faster than a screen shows it, so that a fast model does not cost a message a token. */
import type { ReplyEvent } from '../ports/languageModel.ts'

/** One frame of a usual screen. */
const FRAME_MS = 16

/** Resolves when `timeoutMs` have passed or `early` is called. */
function pause(timeoutMs: number): { over: Promise<void>; early: () => void } {
  let early: () => void = () => {}
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, timeoutMs)
    early = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  return { over, early }
}

/** The same events; the first text goes on at once, later ones at most every 16 ms, joined. */
export async function* batchedText(
  events: AsyncIterable<ReplyEvent>,
  now: () => number = () => performance.now(),
): AsyncGenerator<ReplyEvent> {
  const waiting: ReplyEvent[] = []
  let ended = false
  let failure: { error: unknown } | null = null
  let wake: () => void = () => {}
  let hurry: () => void = () => {}

  const push = (event: ReplyEvent) => {
    const last = waiting.at(-1)
    if (event.type === 'text' && last?.type === 'text') last.delta += event.delta
    else waiting.push(event.type === 'text' ? { ...event } : event)
    // Whatever is not text ends the wait for more of it.
    if (event.type !== 'text') hurry()
    wake()
  }
  const pump = async () => {
    try {
      for await (const event of events) push(event)
    } catch (error) {
      failure = { error }
    }
    ended = true
    hurry()
    wake()
  }
  void pump()

  let sentTextAt = Number.NEGATIVE_INFINITY
  for (;;) {
    if (waiting.length === 0) {
      if (ended) break
      await new Promise<void>((resolve) => {
        wake = resolve
      })
      continue
    }
    if (waiting[0]?.type === 'text') {
      const restMs = sentTextAt + FRAME_MS - now()
      if (restMs > 0 && waiting.length === 1 && !ended) {
        const { over, early } = pause(restMs)
        hurry = early
        await over
        hurry = () => {}
      }
      sentTextAt = now()
    }
    const event = waiting.shift()
    if (event) yield event
  }
  // Assigned in `pump`, which the compiler does not follow.
  const failed = failure as { error: unknown } | null
  if (failed) throw failed.error
}
