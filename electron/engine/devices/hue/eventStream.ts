/** One event stream of a bridge, from its first word to its end; whoever opened it decides what follows. */
import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { LightsFailure } from '../../ports/lights.ts'
import type { ClipClient } from './clip.ts'

/** Longer lines are no events. */
const MOST_CHARACTERS = 1024 * 1024
/** Finds a peer that is gone without a word; silence by itself is no error. */
const PROBE_AFTER_MS = 60_000

/** Puts the lines of `text/event-stream` together again: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export class SseParser {
  #rest = ''
  #data: string[] = []
  #size = 0

  /** Data of the messages that are complete now. @throws when a message grows without end. */
  push(text: string): string[] {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/)
    this.#rest = lines.pop() ?? ''
    const messages = lines.flatMap((line) => this.#line(line))
    if (this.#rest.length + this.#size > MOST_CHARACTERS) throw new Error('an event is too long')
    return messages
  }

  #line(line: string): string[] {
    if (line === '') {
      const data = this.#data
      this.#data = []
      this.#size = 0
      return data.length > 0 ? [data.join('\n')] : []
    }
    const [, name, value] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
    // Ids are not needed: after each gap everything is read anew.
    if (name === 'data' && value !== undefined) {
      this.#data.push(value)
      // The break counts too: lines of nothing must not pile up.
      this.#size += value.length + 1
    }
    return []
  }
}

const resource = z.looseObject({ id: z.string().max(100), type: z.string().max(100) })
const event = z.object({ type: z.enum(['update', 'add', 'delete']), data: z.array(z.unknown()) })

export type HueEventKind = z.infer<typeof event>['type']

export interface HueEvent {
  kind: HueEventKind
  resource: z.infer<typeof resource>
}

/** What is not understood is left out: of a bridge's many kinds of events most are of no interest here. */
export function eventsOf(message: string): HueEvent[] {
  const events = z.array(z.unknown()).safeParse(jsonOf(message))
  return (events.data ?? []).flatMap((one) => {
    const parsed = event.safeParse(one)
    if (!parsed.success) return []
    return parsed.data.data.flatMap((member) => {
      const read = resource.safeParse(member)
      return read.success ? [{ kind: parsed.data.type, resource: read.data }] : []
    })
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export interface StreamHandlers {
  opened(): void
  heard(events: readonly HueEvent[]): void
  /** Comes once, whatever happened, unless it was closed by us. Null: the bridge ended it in good order. */
  ended(failure: LightsFailure | null): void
}

function refusal({ statusCode, headers }: IncomingMessage): LightsFailure | null {
  if (statusCode === 403) return 'key_removed'
  if (statusCode === 429 || (statusCode ?? 0) >= 500) return 'busy'
  const isStream = headers['content-type']?.startsWith('text/event-stream') ?? false
  return statusCode === 200 && isStream ? null : 'bad_answer'
}

async function listen(
  client: ClipClient,
  signal: AbortSignal,
  handlers: StreamHandlers,
): Promise<LightsFailure | null> {
  const response = await client.stream('/eventstream/clip/v2', signal)
  const refused = refusal(response)
  if (refused !== null) {
    response.destroy()
    return refused
  }
  response.socket.setKeepAlive(true, PROBE_AFTER_MS)
  response.setEncoding('utf8')
  handlers.opened()
  const parser = new SseParser()
  for await (const piece of response as AsyncIterable<string>) {
    const events = parser.push(piece).flatMap(eventsOf)
    if (events.length > 0) handlers.heard(events)
  }
  return null
}

/** @returns how to close it. */
export function openEventStream(client: ClipClient, handlers: StreamHandlers): () => void {
  const abort = new AbortController()
  const end = (failure: LightsFailure | null): void => {
    if (!abort.signal.aborted) handlers.ended(failure)
  }
  listen(client, abort.signal, handlers).then(end, (error: unknown) => {
    const known = error instanceof Error && 'failure' in error ? (error.failure as LightsFailure) : null
    end(known ?? 'unreachable')
  })
  return () => abort.abort()
}
