/** The engine asks the shell for every kind of child the same way, and hears of each child's end. */
import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { childrenFromShell } from '../../electron/hosts/childrenFromShell.ts'
import type { FromEngine, ToEngine } from '../../electron/hosts/engineMessages.ts'
import type { EnginePeer, TransferredPort } from '../../electron/hosts/enginePeer.ts'
import { probeOf } from '../../electron/hosts/forkProbe.ts'

function shell() {
  const asked: FromEngine[] = []
  let listener: (message: ToEngine, port: TransferredPort | null) => void = () => {}
  const peer: EnginePeer = {
    relayed: false,
    post: (message) => asked.push(message),
    onMessage: (heard) => {
      listener = heard
    },
    onOpen: () => {},
    onGone: () => {},
  }
  return {
    asked,
    startChild: childrenFromShell(peer),
    say: (message: ToEngine, port: TransferredPort | null = null) => listener(message, port),
  }
}

/** A port as Electron gives it: what arrived waits until it is started. */
function port() {
  const emitter = new EventEmitter()
  const waiting: unknown[] = ['early']
  const sent: unknown[] = []
  const transferred: TransferredPort = {
    postMessage: (message) => sent.push(message),
    on: (event: 'message' | 'close', callback: (event?: { data: unknown }) => void) =>
      emitter.on(event, callback),
    start: () => {
      for (const data of waiting.splice(0)) emitter.emit('message', { data })
    },
    close: () => {},
  }
  return { transferred, sent, arrive: (data: unknown) => emitter.emit('message', { data }) }
}

/** A probe whose messages are kept from the first on. */
function listened() {
  const heard: unknown[] = []
  const adopt = (child: Parameters<typeof probeOf>[0]) => {
    const probe = probeOf(child)
    probe.onMessage((message) => heard.push(message))
    return probe
  }
  return { heard, adopt }
}

it('gets a probe whose first message is not lost', async () => {
  const { asked, say, startChild } = shell()
  const { heard, adopt } = listened()
  const starting = startChild('desktop', adopt)
  expect(asked).toEqual([{ type: 'startChild', request: 1, kind: 'desktop' }])
  const { transferred, sent, arrive } = port()
  say({ type: 'child', request: 1, failure: null }, transferred)
  const probe = await starting
  arrive('later')
  expect(heard).toEqual(['early', 'later'])
  probe.post({ type: 'want', sensors: ['apps'] })
  expect(sent).toEqual([{ type: 'want', sensors: ['apps'] }])
})

it('tells an end that was wished for from one that was not', async () => {
  const { asked, say, startChild } = shell()
  const children = [startChild('input', probeOf), startChild('languageModel', probeOf)]
  say({ type: 'child', request: 1, failure: null }, port().transferred)
  say({ type: 'child', request: 2, failure: null }, port().transferred)
  const [dying, ending] = await Promise.all(children)
  ending?.end()
  expect(asked.at(-1)).toEqual({ type: 'endChild', request: 2 })
  say({ type: 'childEnded', request: 2, detail: 'code 0' })
  say({ type: 'childEnded', request: 1, detail: 'code 134' })
  expect(await dying?.ended).toEqual({ expected: false, detail: 'code 134' })
  expect(await ending?.ended).toEqual({ expected: true, detail: 'code 0' })
})

it('fails when the shell cannot start it', async () => {
  const { say, startChild } = shell()
  const starting = startChild('input', probeOf)
  say({ type: 'child', request: 1, failure: 'no memory' })
  await expect(starting).rejects.toThrow('no memory')
})
