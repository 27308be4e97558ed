/** How the page finds its engine: by port, by socket, and again after each loss. */
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { connectEngine, EngineAway, type LinkState } from '../../renderer/engine.ts'
import { FakeEngine } from './fakeEngine.ts'
import { sendPort } from './renderApp.tsx'

class FakeSocket extends EventTarget {
  static made: FakeSocket[] = []
  readyState = 0
  binaryType = 'blob'
  readonly url: string
  readonly protocols: string[]
  constructor(url: string, protocols: string[]) {
    super()
    this.url = url
    this.protocols = protocols
    FakeSocket.made.push(this)
  }
  send() {}
  close() {
    this.end()
  }
  open() {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }
  end() {
    this.readyState = 3
    this.dispatchEvent(new Event('close'))
  }
}

/** As much of a window as the connection uses. */
function browserPage(status: number, key: string | null = 'key') {
  FakeSocket.made = []
  const page = Object.assign(new EventTarget(), {
    WebSocket: FakeSocket,
    location: { protocol: 'http:', host: '127.0.0.1:4000' },
    localStorage: { getItem: () => key },
    fetch: vi.fn(async () => ({ status })),
  })
  return page as never as Window & typeof globalThis
}

function connect(options: Parameters<typeof connectEngine>[0]) {
  const engine = connectEngine(options)
  onTestFinished(() => engine.close())
  const until = (wanted: LinkState['state']) => vi.waitFor(() => expect(engine.link().state).toBe(wanted))
  return { engine, until }
}

describe('by port', () => {
  it('calls through the port, and through the next one after it closed', async () => {
    const { engine, until } = connect({ page: window as never, useSocket: false })
    const first = new FakeEngine()
    const { engineEnd } = sendPort(first)
    await engine.client.models.wake()
    expect(first.called('models.wake')).toHaveLength(1)
    engineEnd.close()
    await until('connecting')
    expect(engine.link()).toEqual({ state: 'connecting', everConnected: true })
    const waiting = engine.client.models.wake()
    const second = new FakeEngine()
    sendPort(second)
    await waiting
    expect(second.called('models.wake')).toHaveLength(1)
  })

  it('takes no other message for a port', () => {
    const { engine } = connect({ page: window as never, useSocket: false })
    window.dispatchEvent(new window.MessageEvent('message', { data: { lull: 'port' } }))
    window.dispatchEvent(new window.MessageEvent('message', { data: null }))
    expect(engine.link().state).toBe('connecting')
  })

  it('gives up a call after its patience', async () => {
    const { engine } = connect({ page: window as never, useSocket: false, patienceMs: 5 })
    await expect(engine.client.models.wake()).rejects.toBeInstanceOf(EngineAway)
  })
})

describe('by socket', () => {
  it('opens the wire of its own host, and again after a loss', async () => {
    const { until } = connect({ page: browserPage(200), useSocket: true, firstRetryMs: 1 })
    expect(FakeSocket.made[0]).toMatchObject({
      url: 'ws://127.0.0.1:4000/wire',
      protocols: ['lull', 'key'],
    })
    FakeSocket.made[0]?.open()
    await until('connected')
    FakeSocket.made[0]?.end()
    await until('connecting')
    await vi.waitFor(() => expect(FakeSocket.made).toHaveLength(2))
    FakeSocket.made[1]?.open()
    await until('connected')
  })

  it('says that the session is over when the host says so', async () => {
    const { until } = connect({ page: browserPage(401), useSocket: true, firstRetryMs: 1 })
    FakeSocket.made[0]?.end()
    await until('signedOut')
  })

  it('asks for a link where no door page left a key', async () => {
    const { until } = connect({ page: browserPage(200, null), useSocket: true })
    await until('signedOut')
    expect(FakeSocket.made).toHaveLength(0)
  })

  it('goes on trying while the host is away', async () => {
    connect({ page: browserPage(503), useSocket: true, firstRetryMs: 1 })
    FakeSocket.made[0]?.end()
    await vi.waitFor(() => expect(FakeSocket.made).toHaveLength(2))
    FakeSocket.made[1]?.end()
    await vi.waitFor(() => expect(FakeSocket.made).toHaveLength(3))
  })
})
