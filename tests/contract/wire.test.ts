/** The wire as pages and the shell meet it: roles, refusals, streams and bugs, over real message ports. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { ChatStore } from '../../electron/engine/features/chat/chatStore.ts'
import { MAX_CALLS_IN_FLIGHT, MAX_FRAME_BYTES } from '../../electron/engine/wire/servePort.ts'
import { connectedEngine, next, until } from './connectedEngine.ts'

const idle = (atMs: number) => ({
  fact: 'input' as const,
  value: 'idle' as const,
  source: 'test',
  atMs,
  quality: 1,
  how: 'event' as const,
})
const said = (text = 'hello') => ({ conversationId: randomUUID(), messageId: randomUUID(), text })
const refusedLines = (logLines: string[]) =>
  logLines.map((line) => JSON.parse(line)).filter((line) => line.event === 'refused')

describe('roles', () => {
  it('lets only the shell report presence and watch the tray', async () => {
    const { connect, clock } = await connectedEngine()
    const shell = connect('shell').client
    const window = connect('window').client
    const presence = { readings: [idle(clock.now())] }
    await expect(window.presence.report(presence)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(window.shell.watch()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await shell.presence.report(presence)
    const seen = await next(await window.presence.watch())
    expect(seen.activity).toMatchObject({ value: 'idle', source: 'test' })
  })

  it('keeps the shell out of talks and of everything kept', async () => {
    const { connect } = await connectedEngine()
    const shell = connect('shell').client
    await expect(shell.chat.send(said())).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(shell.privacy.export()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(shell.privacy.eraseEverything({ confirm: 'erase' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
  })

  it('shares settings with the shell', async () => {
    const { connect } = await connectedEngine()
    await connect('shell').client.settings.change({ openAtLogin: true })
    expect((await connect('browser').client.settings.current()).openAtLogin).toBe(true)
  })
})

describe('refusals', () => {
  it('answers what does not fit the contract with INVALID_INPUT', async () => {
    const { connect, logLines } = await connectedEngine()
    const { client } = connect('window')
    const wrong = [
      client.chat.send({ ...said(), text: '' }),
      client.chat.send({ ...said(), conversationId: 'no-id' }),
      client.chat.send({ ...said(), text: 'x'.repeat(100_001) }),
      // @ts-expect-error a caller without types
      client.chat.send({ ...said(), text: 5 }),
      // @ts-expect-error a setting that does not exist
      client.settings.change({ colour: 'red' }),
      // @ts-expect-error the word the person must type
      client.privacy.eraseEverything({ confirm: 'yes' }),
    ]
    for (const call of wrong)
      await expect(call).rejects.toMatchObject({ code: 'INVALID_INPUT', defined: true })
    expect(refusedLines(logLines)).toHaveLength(wrong.length)
  })

  it('answers an unknown procedure', async () => {
    const { connect } = await connectedEngine()
    const client = connect('window').client as unknown as { chat: { sing(input: object): Promise<unknown> } }
    await expect(client.chat.sing({})).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('answers a frame that is too large, and goes on', async () => {
    const { connect, logLines } = await connectedEngine()
    const { client } = connect('window')
    await expect(client.chat.send({ ...said(), text: 'x'.repeat(MAX_FRAME_BYTES) })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(refusedLines(logLines)).toMatchObject([{ code: 'INVALID_INPUT', procedure: 'frame' }])
    expect((await client.shell.about()).appVersion).toBe('0.1.0')
  })

  it('survives frames no client sends', async () => {
    const { connect, logLines } = await connectedEngine()
    const { client, port } = connect('window')
    const frames: unknown[] = [
      'not json',
      '{}',
      '{"i":"9","p":{"u":"http://elsewhere/chat/send"}}',
      '{"i":"9","p":{"u":"/chat/../../x"}}',
      '{"i":9,"p":null}',
      '[]',
      'null',
      new Uint8Array([255, 0, 1]),
      { i: '9', p: { u: '/chat/send', b: null } },
      17,
      null,
    ]
    for (const frame of frames) port.postMessage(frame)
    expect((await client.shell.about()).present).toBe(false)
    expect(refusedLines(logLines)).toHaveLength(frames.length)
  })

  it('ignores headers and methods a frame brings', async () => {
    const { connect } = await connectedEngine()
    const { port } = connect('window')
    const body = { json: {} }
    port.postMessage(
      JSON.stringify({
        i: 'a1',
        p: { u: '/shell/about', m: 'GET', h: { 'content-type': 'text/event-stream' }, b: body },
      }),
    )
    const [answer] = await once(port, 'message')
    expect(JSON.parse(answer)).toMatchObject({ i: 'a1', p: { b: { json: { present: false } } } })
  })

  it('refuses more calls in flight than anyone needs, and takes new ones when they end', async () => {
    const { connect } = await connectedEngine()
    const { client } = connect('window')
    const streams = await Promise.all(
      Array.from({ length: MAX_CALLS_IN_FLIGHT }, () => client.settings.watch()),
    )
    await expect(client.settings.watch()).rejects.toMatchObject({ code: 'BUSY' })
    await streams[0]?.return?.()
    await vi.waitFor(async () => expect(await client.settings.current()).toBeDefined())
  })
})

describe('bugs', () => {
  it('are answered as INTERNAL with an id that the log knows, and without a word of what was said', async () => {
    const { connect, logLines } = await connectedEngine()
    const { client } = connect('window')
    const bug = vi.spyOn(ChatStore.prototype, 'message').mockImplementation(() => {
      throw new TypeError('the secret words')
    })
    const error = await client.chat.send(said('my secret words')).catch((caught: unknown) => caught)
    bug.mockRestore()
    expect(error).toMatchObject({
      code: 'INTERNAL',
      data: { errorId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    })
    expect(JSON.stringify(error)).not.toContain('secret')
    const logged = logLines.find((line) => line.includes('procedureFailed')) ?? ''
    expect(JSON.parse(logged)).toMatchObject({ code: 'INTERNAL', procedure: 'chat.send' })
    expect(logged).toContain((error as { data: { errorId: string } }).data.errorId)
    expect(logged).not.toContain('secret')
  })
})

describe('watching', () => {
  it('gives the snapshot first, then every change', async () => {
    const { connect } = await connectedEngine()
    const { client } = connect('window')
    const stream = await client.settings.watch()
    expect((await next(stream)).theme).toBe('system')
    await client.settings.change({ theme: 'dark' })
    expect((await next(stream)).theme).toBe('dark')
  })

  it('is over for the engine when the page leaves the stream, aborts the call or closes the port', async () => {
    const { connect } = await connectedEngine()
    const window = connect('window').client
    const present = async () => (await window.shell.about()).present
    const ways = [
      async () => {
        const shell = connect('shell')
        const stream = await shell.client.shell.watch()
        await next(stream)
        return () => stream.return?.()
      },
      async () => {
        const shell = connect('shell')
        const abort = new AbortController()
        const stream = await shell.client.shell.watch(undefined, { signal: abort.signal })
        await next(stream)
        return () => abort.abort()
      },
      async () => {
        const shell = connect('shell')
        await next(await shell.client.shell.watch())
        return () => shell.close()
      },
    ]
    for (const way of ways) {
      const leave = await way()
      expect(await present()).toBe(true)
      await leave()
      await vi.waitFor(async () => expect(await present()).toBe(false))
    }
  })
})

describe('the shell', () => {
  it('is asked by pages and answers', async () => {
    const { connect } = await connectedEngine()
    const window = connect('window').client
    await expect(window.shell.openHome({ place: 'models' })).rejects.toMatchObject({ code: 'SHELL_MISSING' })
    const shell = connect('shell').client
    const stream = await shell.shell.watch()
    expect(await next(stream)).toMatchObject({ type: 'tray', lamp: 'off' })
    await window.shell.openHome({ place: 'models' })
    expect(await until(stream, (message) => message.type === 'request')).toMatchObject({
      request: { kind: 'openWindow', window: 'home', place: 'models' },
    })
    const chosen = window.shell.chooseModelFile()
    const asked = await until(stream, (message) => message.type === 'request')
    if (asked.type === 'request') await shell.shell.answer({ id: asked.request.id, value: '/models/a.gguf' })
    expect(await chosen).toEqual({ path: '/models/a.gguf' })
  })
})
