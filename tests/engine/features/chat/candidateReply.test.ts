/** A tiny model writes several replies; the person sees one being written, and then the best of them. */
import { describe, expect, it, vi } from 'vitest'
import { CANDIDATES_BUDGET_MS } from '../../../../electron/engine/features/chat/candidateReply.ts'
import { readResources } from '../../../../electron/engine/resources.ts'
import { type Script, ScriptedModel } from '../../../fakes/scriptedModel.ts'
import { resourcesFolder } from '../../engineParts.ts'
import { gate, talk } from '../../talk.ts'

const tiny = readResources(resourcesFolder).promptFiles.find((file) => file.id === 'tiny')?.candidates
const GOOD = 'Your boss is away. What is that like for you?'
const ODD = "You're in luck. What's your name?"
/** Good enough to be shown, not good enough to stop looking. */
const FAIR = 'Your boss cancelled your big meeting again.'
const MESSAGE = 'My boss is away.'

function tinyModel(script: Script | string): ScriptedModel {
  const model = new ScriptedModel(script)
  model.parameters = 135_000_000
  return model
}

async function answer(model: ScriptedModel, message = MESSAGE, extra = {}) {
  const lull = await talk({ model, extra })
  const page = await lull.open()
  await lull.say(page, message)
  const view = await page.answered()
  const reply = view.messages[1] ?? expect.unreachable('no reply')
  return { lull, page, reply, explained: await lull.client.chat.explain({ messageId: reply.id }) }
}

describe('candidates', () => {
  it('are written until one is clearly good, and that one is shown', async () => {
    const model = tinyModel((_, nth) => (nth === 2 ? GOOD : ODD))
    const { reply, explained, page } = await answer(model)
    expect(reply).toMatchObject({ text: GOOD, source: 'model', status: 'complete', guard: [] })
    expect(model.prompts).toHaveLength(3)
    expect(explained.reasons).toEqual(['candidates.3', 'candidates.chosen.3'])
    expect(explained.promptText).toContain(`user: ${MESSAGE}`)
    expect(explained.outputTokens).toBe(6 + 6 + 10)
    const shown = page.changes.flatMap((one) => (one.type === 'reply' && one.reply ? [one.reply] : []))
    expect([...new Set(shown.map((one) => one.phase))]).toEqual(['waking', 'reading', 'writing'])
    expect(shown.filter((one) => one.text !== '').map((one) => one.text)).toEqual([GOOD])
  })

  it('that say it back well but ask an odd question get an authored one', async () => {
    const model = tinyModel("Your boss is away. What's your favorite color?")
    const { reply, explained } = await answer(model)
    expect(reply.source).toBe('model')
    expect(tiny?.questions.map((question) => `Your boss is away. ${question}`)).toContain(reply.text)
    expect(explained.reasons).toEqual([
      `candidates.${tiny?.count}`,
      'candidates.chosen.1',
      'candidates.question-authored',
    ])
  })

  it('that are all odd give way to authored words, never the same twice in a row', async () => {
    const model = tinyModel(ODD)
    const { lull, page, reply, explained } = await answer(model)
    expect(reply).toMatchObject({ source: 'guided', modelTitle: null })
    expect(tiny?.authored.statement).toContain(reply.text)
    expect(model.prompts).toHaveLength(tiny?.count ?? 0)
    expect(explained.reasons.at(-1)).toBe('candidates.none-passed')
    await lull.say(page, MESSAGE)
    const view = await page.shows((one) => one.messages.length === 4)
    expect(view.messages[3]?.text).not.toBe(reply.text)
  })

  it('with a sentence the guard refuses are out', async () => {
    const model = tinyModel((_, nth) => (nth === 0 ? 'Your boss is away. Call 555 0123 4567 now.' : GOOD))
    const { reply } = await answer(model)
    expect(reply).toMatchObject({ text: GOOD, guard: [] })
  })

  it('have other seeds, the same for the same message, and others when tried again', async () => {
    const seedsOf = (model: ScriptedModel) => model.samplings.map((one) => one.seed)
    const first = tinyModel(ODD)
    const second = tinyModel(ODD)
    await answer(first)
    const { lull, page } = await answer(second)
    expect(new Set(seedsOf(first)).size).toBe(tiny?.count)
    expect(seedsOf(second)).toEqual(seedsOf(first))
    await lull.client.chat.tryAgain({ conversationId: page.conversationId })
    await vi.waitFor(() => expect(second.samplings).toHaveLength(2 * (tiny?.count ?? 0)))
    expect(seedsOf(second).slice(tiny?.count)).not.toEqual(seedsOf(first))
    const given = tinyModel(GOOD)
    await answer(given, MESSAGE, { inspect: { seed: 7, maxTokens: 30 } })
    expect(given.samplings[0]).toMatchObject({ seed: 7, maxTokens: 30, temperature: tiny?.temperature })
  })

  it('are none at temperature 0, where all would be the same', async () => {
    const model = tinyModel(ODD)
    const { explained } = await answer(model, MESSAGE, { inspect: { temperature: 0 } })
    expect(model.prompts).toHaveLength(1)
    expect(explained.reasons).toEqual([])
  })
})

describe('after the choice', () => {
  it('the model reads what was shown, when it wrote something else last', async () => {
    const good = tinyModel(GOOD)
    await answer(good)
    await vi.waitFor(() => expect(good.prepared).not.toHaveLength(0))
    expect(good.prepared[0]?.stateFile, 'reading ahead when idle, nothing before').not.toBeNull()
    const odd = tinyModel(ODD)
    const { reply } = await answer(odd)
    await vi.waitFor(() => expect(odd.prepared).not.toHaveLength(0))
    expect(odd.prepared[0]?.stateFile).toBeNull()
    expect(odd.prepared[0]?.prompt.at(-1)).toEqual({ role: 'assistant', text: reply.text })
  })
})

describe('ends', () => {
  it('at once when stopped, with nothing shown', async () => {
    const model = tinyModel(ODD)
    const held = gate()
    model.hold = held.promise
    model.holdFromWord = 3
    const lull = await talk({ model })
    const page = await lull.open()
    await lull.say(page, MESSAGE)
    await page.shows((view) => view.reply?.phase === 'writing')
    await lull.client.chat.stop({ conversationId: page.conversationId })
    expect((await page.answered()).messages[1]).toMatchObject({ text: '', status: 'stopped' })
    held.open()
    await lull.engine.stop()
    expect(model.prompts).toHaveLength(1)
  })

  /** Says something fair at first, then waits in the second candidate for ever. */
  function fairThenHeld(): ScriptedModel {
    const model = tinyModel((_, nth) => {
      if (nth === 0) return FAIR
      model.hold = new Promise(() => {})
      return GOOD
    })
    return model
  }

  it('when the time is up, with the best there is', async () => {
    const lull = await talk({ model: fairThenHeld() })
    const page = await lull.open()
    await lull.say(page, 'My boss cancelled our big meeting again.')
    await vi.waitFor(() => expect(lull.model.prompts).toHaveLength(2))
    lull.parts.clock.advance(CANDIDATES_BUDGET_MS)
    const view = await page.answered()
    expect(view.messages[1]).toMatchObject({ text: FAIR, source: 'model', status: 'complete' })
    const { reasons } = await lull.client.chat.explain({ messageId: view.messages[1]?.id ?? '' })
    expect(reasons).toEqual(['candidates.2', 'candidates.chosen.1'])
  })

  it('with what is good so far when the model dies', async () => {
    const lull = await talk({ model: fairThenHeld() })
    const page = await lull.open()
    await lull.say(page, 'My boss cancelled our big meeting again.')
    await vi.waitFor(() => expect(lull.model.prompts).toHaveLength(2))
    lull.parts.processes.at(-1)?.crash()
    const view = await page.answered()
    expect(view.messages[1]).toMatchObject({ text: FAIR, status: 'complete' })
    expect(view.failure).toBeNull()
  })

  it('plainly when it dies before anything would do', async () => {
    const model = tinyModel(GOOD)
    model.hold = new Promise(() => {})
    const lull = await talk({ model })
    const page = await lull.open()
    const messageId = await lull.say(page, MESSAGE)
    await vi.waitFor(() => expect(model.prompts).toHaveLength(1))
    lull.parts.processes.at(-1)?.crash()
    const view = await page.shows((one) => one.failure !== null)
    expect(view.failure).toEqual({ code: 'MODEL_STOPPED', messageId })
    expect(view.messages).toHaveLength(1)
  })
})
