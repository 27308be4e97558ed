/** Orders of the command line: what is meant is done, everything else gets a plain sentence and reaches nobody. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BreakView } from '../../electron/contract/breaks.ts'
import type { EngineClient } from '../../electron/contract/index.ts'
import { giveOrder } from '../../electron/hosts/giveOrder.ts'
import { writeHostNote } from '../../electron/hosts/hostFile.ts'
import { type LoopbackServer, loopbackServer } from '../../electron/hosts/loopbackServer.ts'
import { obey } from '../../electron/hosts/obey.ts'
import { orderOf, splitOrder } from '../../electron/hosts/order.ts'
import { breakView, nowMs, offerOf, runningOf } from '../main/breaks/breakView.ts'

describe('orderOf', () => {
  it.each([
    ['break now', { do: 'breakNow' }],
    ['break skip', { do: 'breakSkip' }],
    ['resume', { do: 'resume' }],
    ['lights soften', { do: 'lightsSoften' }],
    ['lights back', { do: 'lightsBack' }],
    ['pause 45m', { do: 'pause', minutes: 45, isCapped: false }],
    ['pause 2h', { do: 'pause', minutes: 120, isCapped: false }],
    ['pause 1h30m', { do: 'pause', minutes: 90, isCapped: false }],
    ['pause until-tomorrow', { do: 'pause', minutes: null, isCapped: false }],
    ['pause 999h', { do: 'pause', minutes: 10_080, isCapped: true }],
    ['pause 99999999999999999999m', { do: 'pause', minutes: 10_080, isCapped: true }],
  ])('understands %j', (words, order) => {
    expect(orderOf(words.split(' '))).toEqual({ order })
  })

  it.each([
    [[]],
    [['break']],
    [['break', 'NOW']],
    [['break', 'now', 'please']],
    [['resume', 'now']],
    [['lights']],
    [['lights', 'on']],
    [['lights', 'soften', 'now']],
    [['pause']],
    [['pause', '45']],
    [['pause', '-5m']],
    [['pause', '0m']],
    [['pause', '1.5h']],
    [['pause', '45m; rm -rf ~']],
    [['pause', '$(reboot)']],
    [['pause', '\u0000\u202e45m']],
    [['pause', 'x'.repeat(100_000)]],
    [['pause', { toString: 'x' }]],
    [['pause', null]],
    [Array.from({ length: 10_000 }, () => 'break')],
  ])('answers %j with a sentence that repeats nothing of it', (words) => {
    const asked = orderOf(words as unknown[])
    if (!('problem' in asked)) throw new Error('understood')
    expect(asked.problem).toMatch(/^(This is not understood|For how long\?)/)
    expect(asked.problem).not.toMatch(/rm -rf|reboot|xxx|\u202e/)
  })
})

describe('splitOrder', () => {
  it('finds an order among options, and takes no folder for one', () => {
    expect(splitOrder(['--data', 'break', 'pause', '45m', '--data', '/d'])).toEqual({
      words: ['pause', '45m'],
      others: ['--data', 'break', '--data', '/d'],
    })
    expect(splitOrder(['--browser'])).toEqual({ words: null, others: ['--browser'] })
    expect(splitOrder(['/usr/bin/app', '--hidden']).words).toBeNull()
    expect(splitOrder(['--data', 'lights', 'lights', 'back']).words).toEqual(['lights', 'back'])
  })
})

function engine(view: Partial<BreakView>, refusal?: string) {
  const calls: string[] = []
  const call = (name: string) => async (input?: unknown) => {
    if (refusal) throw Object.assign(new Error('no'), { code: 'BREAK_REFUSED', data: { because: refusal } })
    calls.push(`${name} ${JSON.stringify(input ?? null)}`)
    return {}
  }
  const names = ['answer', 'start', 'pause', 'resume']
  const client = {
    breaks: {
      ...Object.fromEntries(names.map((name) => [name, call(name)])),
      async watch() {
        return (async function* watched() {
          yield breakView(view)
        })()
      },
    },
  } as unknown as EngineClient
  return { client, calls }
}

describe('obey', () => {
  it.each([
    ['an open offer', { offer: offerOf() }, 'answer {"id":7,"answer":{"say":"start"}}'],
    [
      'one that was put off',
      { snoozed: { offer: offerOf(), untilMs: 1 } },
      'answer {"id":7,"answer":{"say":"start"}}',
    ],
    ['nothing', {}, 'start {"kind":"pause","arm":null}'],
    [
      'the end of the day, which is more than was asked',
      { offer: offerOf({ kind: 'endOfDay' }) },
      'start {"kind":"pause","arm":null}',
    ],
  ])('takes a pause now from %s', async (_what, view, call) => {
    const { client, calls } = engine(view)
    expect(await obey({ do: 'breakNow' }, client)).toMatchObject({ code: 0 })
    expect(calls).toEqual([call])
  })

  it('skips what is offered, leaves what is on, and says when there is neither', async () => {
    const offered = engine({ offer: offerOf() })
    await obey({ do: 'breakSkip' }, offered.client)
    expect(offered.calls).toEqual(['answer {"id":7,"answer":{"say":"skip"}}'])
    const on = engine({ running: runningOf() })
    await obey({ do: 'breakSkip' }, on.client)
    expect(on.calls).toEqual(['answer {"id":7,"answer":{"say":"finish"}}'])
    expect(await obey({ do: 'breakSkip' }, engine({}).client)).toEqual({
      code: 1,
      line: 'There is no pause to skip.',
    })
  })

  it('keeps quiet for as long as asked, and says when that is less', async () => {
    const { client, calls } = engine({ pausedUntilMs: nowMs })
    expect((await obey({ do: 'pause', minutes: 45, isCapped: false }, client)).line).toMatch(
      /^No pauses until .*\d/,
    )
    expect((await obey({ do: 'pause', minutes: null, isCapped: false }, client)).line).toBe(
      'No pauses until tomorrow.',
    )
    expect((await obey({ do: 'pause', minutes: 10_080, isCapped: true }, client)).line).toMatch(/a week/)
    await obey({ do: 'resume' }, client)
    expect(calls).toEqual([
      'pause {"minutes":45}',
      'pause {"minutes":null}',
      'pause {"minutes":10080}',
      'resume null',
    ])
  })

  it.each([
    ['already_running', /on a pause already/],
    ['strict', /as you chose/],
    ['something new', /could not do that/],
  ])('says why it was refused: %s', async (because, line) => {
    expect(await obey({ do: 'breakNow' }, engine({}, because).client)).toMatchObject({
      code: 1,
      line: expect.stringMatching(line),
    })
  })
})

describe('a running host', () => {
  let server: LoopbackServer
  let folder: string
  let obeyed: string[]
  let out: string[]
  let err: string[]
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lull-order-'))
    writeFileSync(join(folder, 'lull.db'), '')
    obeyed = []
    server = await loopbackServer({
      files: new Map(),
      serve: () => {},
      obey: async (order) => {
        obeyed.push(JSON.stringify(order))
        return order.do === 'breakSkip' ? { code: 1, line: 'There is none.' } : { code: 0, line: 'Done.' }
      },
    })
    writeHostNote(folder, { port: server.port, secret: server.linkSecret, pid: process.pid })
    out = []
    err = []
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await server.close()
  })

  const post = (body: string, headers: Record<string, string>) =>
    fetch(`http://127.0.0.1:${server.port}/order`, { method: 'POST', headers, body })
  const ours = () => ({ authorization: `Bearer ${server.linkSecret}` })

  it('obeys, refuses and does not understand, with an exit code for each', async () => {
    expect(await giveOrder(['break', 'now'], folder, null)).toBe(0)
    expect(await giveOrder(['break', 'skip'], folder, null)).toBe(1)
    expect(await giveOrder(['break', 'dance'], folder, null)).toBe(2)
    expect(obeyed).toEqual(['{"do":"breakNow"}', '{"do":"breakSkip"}'])
    expect(out).toEqual(['Done.\n', 'There is none.\n'])
    expect(err.join()).toMatch(/^This is not understood/)
  })

  it('takes orders from nobody else', async () => {
    const words = JSON.stringify(['break', 'now'])
    expect((await post(words, {})).status).toBe(401)
    expect((await post(words, { authorization: `Bearer ${'x'.repeat(43)}` })).status).toBe(401)
    const page = { ...ours(), origin: `http://127.0.0.1:${server.port}` }
    expect((await post(words, page)).status).toBe(403)
    expect(obeyed).toEqual([])
  })

  it.each(['', '{', '"break"', `["${'x'.repeat(9_000)}"]`])('survives the body %.20j', async (body) => {
    expect((await post(body, ours())).status).toBe(400)
    expect(await (await post('["pause","-5m"]', ours())).json()).toMatchObject({ code: 2 })
    expect(obeyed).toEqual([])
  })

  it('that is gone is said, and nothing is started', async () => {
    await server.close()
    expect(await giveOrder(['resume'], folder, null)).toBe(3)
    expect(await giveOrder(['resume'], join(folder, 'never'), { path: '/no/electron', args: [] })).toBe(3)
    expect(err.join('')).toMatch(/^(Lull is not running\. .*\n){2}$/)
  })

  it('may be the desktop app, which is told by a second start of it', async () => {
    await server.close()
    const node = (code: string) => ({ path: process.execPath, args: ['-e', code, '--'] })
    const check = `process.exit(process.argv.slice(1).join() === 'pause,45m' && process.env.LULL_DATA ? 0 : 9)`
    expect(await giveOrder(['pause', '45m'], folder, node(check))).toBe(0)
    expect(await giveOrder(['pause', '45m'], folder, node('process.exit(3)'))).toBe(3)
    expect(await giveOrder(['pause', '45m'], folder, node('process.exit(7)'))).toBe(1)
    expect(await giveOrder(['pause', '45m'], folder, { path: '/no/electron', args: [] })).toBe(1)
  })
})
