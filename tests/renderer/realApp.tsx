/** The page over a real engine in this process, for paths where both matter. */
import { MessageChannel } from 'node:worker_threads'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { onTestFinished } from 'vitest'
import { createEngine, type Engine } from '../../electron/engine/index.ts'
import { App, newCache } from '../../renderer/App.tsx'
import { connectEngine } from '../../renderer/engine.ts'
import { text } from '../../renderer/text/i18n.ts'
import { wirePort } from '../contract/connectedEngine.ts'
import { engineParts } from '../engine/engineParts.ts'
import { ScriptedModel } from '../fakes/scriptedModel.ts'

/** Time as it passes. */
const realClock = {
  now: () => Date.now(),
  after(delayMs: number, callback: () => void) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}

/** The page may have to be loaded first. */
export const slow = { timeout: 25_000 }

export const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }, slow))

/** The home window past its welcome, until the test ends. */
export async function realApp(dataFolder: string | null = null): Promise<Engine> {
  const { parts } = engineParts(new ScriptedModel(), { clock: realClock, timeZone: () => 'UTC', dataFolder })
  const engine = createEngine(parts)
  await engine.start()
  await engine.client('window').settings.change({ noticeAcceptedAt: 1 })
  // With a shell a pause has windows of its own, and none lies over the page.
  const shell = new AbortController()
  const watched = await engine.client('shell').shell.watch(undefined, { signal: shell.signal })
  await watched.next()
  const { port1, port2 } = new MessageChannel()
  engine.serve(wirePort(port1), 'window')
  port1.start()
  const page = connectEngine({ page: window as never, useSocket: false, patienceMs: 5000 })
  render(<App engine={page} text={text} window="home" cache={newCache()} />)
  const event = new window.MessageEvent('message', { data: { lull: 'port' } })
  Object.defineProperty(event, 'ports', { value: [port2] })
  window.dispatchEvent(event)
  onTestFinished(async () => {
    cleanup()
    shell.abort()
    page.close()
    await engine.stop()
    port1.close()
  })
  return engine
}
