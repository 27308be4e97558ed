/** The language model's process may die at any moment; whoever asked is told, and nobody else notices. */
import { afterEach, describe, expect, test } from 'vitest'
import { forkLanguageModel } from '../../electron/hosts/forkLanguageModel.ts'
import { tinyModelPath } from '../fixtures/tinyGguf.ts'
import { entry, greedy, newStateFile, person, system, taken } from './talking.ts'

type Child = Awaited<ReturnType<typeof forkLanguageModel>>
const children: Child[] = []
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.end()
    await child.ended
  }
})

async function forked(): Promise<Child> {
  const child = await forkLanguageModel({ entry })
  children.push(child)
  return child
}
async function loaded(): Promise<Child> {
  const child = await forked()
  await child.model.load({ path: tinyModelPath('endless'), sha256: null, contextTokens: 4096, threads: 1 })
  return child
}
const kill = (child: Child, signal: NodeJS.Signals = 'SIGKILL') => process.kill(child.pid ?? 0, signal)

const tired = [system(), person('I feel tired after work today')]
const long = [system(), person('work and sleep '.repeat(1200))]
const endless = { ...greedy, maxTokens: 3000 }
const stopped = { name: 'LanguageModelError', code: 'MODEL_STOPPED' }

describe('killed', () => {
  test('while waking', async () => {
    const child = await forked()
    const waking = child.model.load({
      path: tinyModelPath('chat'),
      sha256: null,
      contextTokens: 512,
      threads: 1,
    })
    kill(child)
    await expect(waking).rejects.toMatchObject(stopped)
    expect(await child.ended).toMatchObject({ expected: false, detail: 'SIGKILL' })
    await expect(child.model.examine(tinyModelPath('chat'))).rejects.toMatchObject(stopped)
  })

  test('while reading', async () => {
    const child = await loaded()
    const reading = taken(child.model.reply(long, greedy), (event) => {
      if (event.type === 'reading') kill(child)
    })
    await expect(reading).rejects.toMatchObject(stopped)
  })

  test('while writing, after which what came is still there', async () => {
    const child = await loaded()
    const shown: string[] = []
    const writing = taken(child.model.reply(tired, endless), (event, soFar) => {
      if (event.type === 'text') shown.push(event.delta)
      if (soFar.length === 2) kill(child, 'SIGABRT')
    })
    await expect(writing).rejects.toMatchObject(stopped)
    expect(shown.length).toBeGreaterThanOrEqual(2)
    expect(await child.ended).toMatchObject({ expected: false })
  })

  test('with calls waiting for their turn, each of which is told', async () => {
    const child = await loaded()
    const calls = [
      taken(child.model.reply(tired, endless)),
      taken(child.model.reply(tired, endless)),
      child.model.prepare(tired, newStateFile()),
    ]
    const all = Promise.allSettled(calls)
    kill(child)
    for (const call of await all) expect(call).toMatchObject({ status: 'rejected', reason: stopped })
  })
})

test('ended on purpose says so, even twice', async () => {
  const child = await loaded()
  child.end()
  child.end()
  expect(await child.ended).toMatchObject({ expected: true })
})

test('stops writing across the wire and says how far it came', async () => {
  const child = await loaded()
  const stop = new AbortController()
  const { done, text } = await taken(child.model.reply(tired, endless, stop.signal), (event) => {
    if (event.type === 'text') stop.abort()
  })
  expect(done.reason).toBe('stopped')
  expect(done.usage.outputTokens).toBeLessThan(endless.maxTokens)
  expect(text.length).toBeGreaterThan(0)
})

test('a reply nobody listens to any more makes room for the next', async () => {
  const child = await loaded()
  for await (const event of child.model.reply(tired, endless)) if (event.type === 'text') break
  const { done } = await taken(child.model.reply(tired, { ...greedy, maxTokens: 3 }))
  expect(done.usage.outputTokens).toBe(3)
})

test('gives up preparing when told, and keeps what it read', async () => {
  const child = await loaded()
  const stop = new AbortController()
  const preparing = child.model.prepare(long, null, stop.signal)
  stop.abort()
  await expect(preparing).rejects.toBe(stop.signal.reason)
  expect((await child.model.prepare(tired, null)).promptTokens).toBeGreaterThan(0)
})

test('codes survive the way', async () => {
  const child = await loaded()
  const tooLong = [system(), person('work '.repeat(5000))]
  await expect(taken(child.model.reply(tooLong, greedy))).rejects.toMatchObject({ code: 'PROMPT_TOO_LONG' })
  await expect(child.model.prepare(tooLong, null)).rejects.toMatchObject({ code: 'PROMPT_TOO_LONG' })
})

test('an entry that is not there ends at once', async () => {
  const child = await forkLanguageModel({ entry: `${entry}.missing` })
  expect(await child.ended).toMatchObject({
    expected: false,
    detail: expect.stringContaining('Cannot find module'),
  })
})
