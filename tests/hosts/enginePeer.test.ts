/** The relayed engine: connections that are numbers end for everyone who listens. */
import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import type { WirePort } from '../../electron/engine/wire/port.ts'
import { enginePeer } from '../../electron/hosts/enginePeer.ts'

/** A process with an IPC channel, as far as the peer looks at it. */
function fakeProcess() {
  const sent: unknown[] = []
  const host = Object.assign(new EventEmitter(), {
    connected: true,
    send: (message: unknown) => {
      sent.push(message)
      return true
    },
  })
  return {
    host: host as unknown as NodeJS.Process,
    say: (message: object) => host.emit('message', message),
    sent,
  }
}

it('tells every listener of a relayed connection what came and that it closed', () => {
  const { host, say, sent } = fakeProcess()
  const opened: WirePort[] = []
  enginePeer(host).onOpen((port) => opened.push(port))
  say({ type: 'open', connection: 1, role: 'window' })
  const [port] = opened
  if (!port) throw new Error('no connection')
  const heard: unknown[] = []
  // The engine's wire and its list of connections both listen to one port.
  port.on('message', (event) => heard.push(['first', event?.data]))
  port.on('message', (event) => heard.push(['second', event?.data]))
  port.on('close', () => heard.push('first closed'))
  port.on('close', () => heard.push('second closed'))
  say({ type: 'data', connection: 2, data: 'not ours' })
  say({ type: 'data', connection: 1, data: 'ours' })
  say({ type: 'close', connection: 1 })
  say({ type: 'data', connection: 1, data: 'too late' })
  expect(heard).toEqual([['first', 'ours'], ['second', 'ours'], 'first closed', 'second closed'])
  port.postMessage('back')
  expect(sent).toEqual([{ type: 'data', connection: 1, data: 'back' }])
})
