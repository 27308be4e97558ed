/** The real page over a fake engine and a real message channel, as the preload would connect it. */
import { cleanup, type RenderResult, render } from '@testing-library/react'
import { onTestFinished } from 'vitest'
import { App, newCache, type WindowName } from '../../renderer/App.tsx'
import { connectEngine, type Engine } from '../../renderer/engine.ts'
import { text } from '../../renderer/text/i18n.ts'
import { FakeEngine } from './fakeEngine.ts'
import { type FakeWorld, type Scenario, worldOf } from './fakeWorld.ts'

export interface RenderedApp extends RenderResult {
  fake: FakeEngine
  engine: Engine
  /** Hands the page another port, as after a restart of the engine. */
  connect(fake: FakeEngine): Connection
  connection: Connection
}

export interface Connection {
  /** The engine's end, to be closed when the engine dies. */
  engineEnd: MessagePort
}

export function sendPort(fake: FakeEngine): Connection {
  const { port1, port2 } = new MessageChannel()
  fake.attach(port1)
  const event = new window.MessageEvent('message', { data: { lull: 'port' } })
  Object.defineProperty(event, 'ports', { value: [port2] })
  window.dispatchEvent(event)
  return { engineEnd: port1 }
}

export function renderApp(start: Scenario | FakeWorld, name: WindowName = 'popup'): RenderedApp {
  const world = typeof start === 'string' ? worldOf(start, Date.now()) : start
  const fake = new FakeEngine(world)
  const engine = connectEngine({ page: window as never, useSocket: false, patienceMs: 5000 })
  const rendered = render(<App engine={engine} text={text} window={name} cache={newCache()} />)
  const connections: Connection[] = []
  const connect = (other: FakeEngine) => {
    const connection = sendPort(other)
    connections.push(connection)
    return connection
  }
  const connection = connect(fake)
  onTestFinished(() => {
    cleanup()
    engine.close()
    for (const { engineEnd } of connections) engineEnd.close()
    window.localStorage.clear()
  })
  return { ...rendered, fake, engine, connect, connection }
}
