/** Keeps one engine running: starts it, starts it again when it dies, and connects windows and the shell to it. */
import type { MessagePortMain, WebContents } from 'electron'
import type { EngineStart, FromEngine } from '../hosts/engineMessages.ts'
import { childProcesses } from './childProcesses.ts'
import { type EngineChild, startEngineChild } from './engineChild.ts'
import { nextRestart } from './restartSchedule.ts'

/** How long an engine may take to put its work away when Lull quits. */
/** Lamps are given back first: a room of sixty takes a bridge six seconds. */
const STOP_PATIENCE_MS = 10_000

export type EngineState = 'starting' | 'running' | 'waiting' | 'stopped'

export interface EngineEvents {
  /** A connection of the shell to an engine that is ready; a new one after each start. */
  connected(port: MessagePortMain): void
  stateChanged(state: EngineState): void
  /** Damaged data was kept under another name, and the engine started fresh. */
  dataSetAside(fileName: string): void
  /** The engine refused to start and starting again would not help: the person must choose. */
  refused(problem: unknown): void
}

export interface EngineProcess {
  start(): void
  /** Gives a page a connection now, and a new one after each restart, until the page is gone. */
  connectPage(page: WebContents): void
  state(): EngineState
  /** Starts again after a stop, at the person's wish. */
  tryAgain(): void
  stop(): Promise<void>
}

export function engineProcess(startData: () => EngineStart, events: EngineEvents): EngineProcess {
  const pages = new Set<WebContents>()
  const children = childProcesses()
  let child: EngineChild | null = null
  let state: EngineState = 'stopped'
  let failures = 0
  let readyAt: number | null = null
  let timer: NodeJS.Timeout | undefined
  let stopping: (() => void) | null = null
  let refusal: { code: string; message: string } | null = null

  const become = (next: EngineState) => {
    state = next
    events.stateChanged(next)
  }

  const sendPort = (page: WebContents) => {
    if (child && !page.isDestroyed()) page.postMessage('lull-port', null, [child.connect('window')])
  }

  const onMessage = (message: FromEngine, from: EngineChild) => {
    children.handle(message, from)
    if (message.type === 'ready') {
      readyAt = performance.now()
      become('running')
      events.connected(from.connect('shell'))
      if (message.brokenDatabaseMovedTo) events.dataSetAside(message.brokenDatabaseMovedTo)
      for (const page of pages) sendPort(page)
    }
    if (message.type === 'failed') {
      // A code means that the data is the matter; the same start would fail the same way.
      refusal = message.code ? { code: message.code, message: message.message } : null
      if (!message.code) process.stderr.write(`${message.message}\n`)
      from.post({ type: 'stop' })
    }
  }

  const onEnded = () => {
    child = null
    children.endAll()
    const ranMs = readyAt === null ? 0 : performance.now() - readyAt
    readyAt = null
    if (stopping) return stopping()
    if (refusal) {
      become('stopped')
      events.refused(refusal)
      refusal = null
      return
    }
    const next = nextRestart(failures, ranMs)
    failures = next.failures
    if (next.waitMs === null) return become('stopped')
    become('waiting')
    timer = setTimeout(start, next.waitMs)
  }

  const start = () => {
    clearTimeout(timer)
    if (child || stopping) return
    let data: EngineStart
    try {
      data = startData()
    } catch (error) {
      become('stopped')
      return events.refused(error)
    }
    become('starting')
    const started: EngineChild = startEngineChild({
      message: (message) => onMessage(message, started),
      ended: onEnded,
    })
    child = started
    started.post({ type: 'start', start: data })
  }

  return {
    start,
    connectPage(page) {
      if (!pages.has(page)) {
        pages.add(page)
        page.once('destroyed', () => pages.delete(page))
      }
      if (state === 'running') sendPort(page)
    },
    state: () => state,
    tryAgain() {
      failures = 0
      start()
    },
    async stop() {
      clearTimeout(timer)
      const ending = child
      if (!ending) return
      await new Promise<void>((resolve) => {
        stopping = resolve
        ending.post({ type: 'stop' })
        setTimeout(() => {
          ending.kill()
          resolve()
        }, STOP_PATIENCE_MS).unref()
      })
      children.endAll()
    },
  }
}
