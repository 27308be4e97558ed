/** The event streams of the fake bridge: `: hi`, ids, changes in groups, an end after 200 s of silence, and silent failure. */

import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Clock } from '../../../electron/engine/ports/clock.ts'

/** A stream on which nothing was said for this long is closed. */
export const IDLE_CUT_MS = 200_000

export type EventKind = 'update' | 'add' | 'delete'

interface Stream {
  response: ServerResponse
  isDeaf: boolean
  cancelCut: () => void
}

export class EventStreams {
  readonly #clock: Clock
  readonly #streams = new Set<Stream>()
  #pending: { kind: EventKind; data: Record<string, unknown> }[] = []
  #isPlanned = false
  #sent = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get count(): number {
    return this.#streams.size
  }

  open(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
    })
    response.write(': hi\n\n')
    const stream: Stream = { response, isDeaf: false, cancelCut: () => {} }
    this.#streams.add(stream)
    this.#cutWhenIdle(stream)
    response.on('close', () => {
      stream.cancelCut()
      this.#streams.delete(stream)
    })
  }

  /** What changes in one go is told in one go. */
  tell(kind: EventKind, data: Record<string, unknown>): void {
    this.#pending.push({ kind, data })
    if (this.#isPlanned) return
    this.#isPlanned = true
    setImmediate(() => this.#flush())
  }

  /** Words as they are, whatever they mean. */
  say(text: string): void {
    for (const { response } of this.#streams) response.write(text)
  }

  cut(): void {
    for (const { response } of this.#streams) response.end()
  }

  /** The line drops, without a goodbye. */
  break(): void {
    for (const { response } of this.#streams) response.destroy()
  }

  /** Streams stay open and tell nothing any more. */
  fallSilent(): void {
    for (const stream of this.#streams) stream.isDeaf = true
  }

  #cutWhenIdle(stream: Stream): void {
    stream.cancelCut()
    stream.cancelCut = this.#clock.after(IDLE_CUT_MS, () => stream.response.end())
  }

  #flush(): void {
    this.#isPlanned = false
    const pending = this.#pending
    this.#pending = []
    const events = (['update', 'add', 'delete'] as const).flatMap((type) => {
      const data = pending.filter(({ kind }) => kind === type).map(({ data }) => data)
      const creationtime = `${new Date(this.#clock.now()).toISOString().slice(0, 19)}Z`
      return data.length > 0 ? [{ creationtime, data, id: randomUUID(), type }] : []
    })
    const id = `${Math.floor(this.#clock.now() / 1000)}:${this.#sent++ % 2}`
    for (const stream of this.#streams) {
      if (stream.isDeaf) continue
      stream.response.write(`id: ${id}\ndata: ${JSON.stringify(events)}\n\n`)
      this.#cutWhenIdle(stream)
    }
  }
}
