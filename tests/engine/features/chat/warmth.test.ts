/** Idle moments are used for reading ahead and folding long talks, and never stand in anyone's way. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { ScriptedModel } from '../../../fakes/scriptedModel.ts'
import { talk } from '../../talk.ts'

describe('reading ahead', () => {
  it('happens after each reply, with the state saved beside the talk', async () => {
    const lull = await talk()
    const page = await lull.open()
    await lull.say(page, 'Hello')
    await page.answered()
    await vi.waitFor(() => expect(lull.model.prepared).toHaveLength(1))
    const { prompt, stateFile } = lull.model.prepared[0] ?? {}
    expect(prompt?.slice(-2)).toEqual([
      { role: 'user', text: 'Hello' },
      { role: 'assistant', text: 'It sounds like a lot. What weighs most?' },
    ])
    expect(stateFile?.path).toContain(join(lull.folder, 'states', page.conversationId))
    await lull.say(page, 'My boss.')
    await page.shows((view) => view.messages.length === 4)
    expect(lull.model.prompts[1]?.slice(0, prompt?.length), 'the next prompt only adds').toEqual(prompt)
  })

  it('gives way to a message at once', async () => {
    const model = new ScriptedModel()
    const lull = await talk({ model })
    const page = await lull.open()
    await lull.say(page, 'Hello')
    await page.answered()
    model.holdPreparing = new Promise(() => {})
    await lull.say(page, 'More')
    await page.shows((view) => view.messages.length === 4)
    await vi.waitFor(() => expect(model.prepared.length).toBeGreaterThan(1))
    const aborted = model.abortedPreparations
    await lull.say(page, 'And more')
    const view = await page.shows((one) => one.messages.length === 6)
    expect(view.messages[5]?.status).toBe('complete')
    expect(model.abortedPreparations).toBe(aborted + 1)
  })

  it('takes up the saved state before the first reply after a restart', async () => {
    const lull = await talk()
    const page = await lull.open()
    await lull.say(page, 'Hello')
    await page.answered()
    await vi.waitFor(() => expect(readdirSync(join(lull.folder, 'states'))).toHaveLength(1))
    await lull.restart()
    const before = lull.model.prepared.length
    const reopened = await lull.open(page.conversationId)
    await lull.say(reopened, 'More')
    await reopened.shows((view) => view.messages.length === 4)
    const recalled = lull.model.prepared[before]
    expect(recalled?.stateFile).not.toBeNull()
    expect(recalled?.prompt.at(-1)?.role).toBe('assistant')
  })

  it('begins when a talk is opened and the model is awake, and never wakes it', async () => {
    const lull = await talk()
    const page = await lull.open()
    await lull.say(page, 'Hello')
    await page.answered()
    await vi.waitFor(() => expect(lull.model.prepared).toHaveLength(1))
    const other = await lull.open()
    await vi.waitFor(() => expect(lull.model.prepared).toHaveLength(2))
    expect(lull.model.prepared[1]?.stateFile, 'a talk without a word has nothing to save').toBeNull()
    other.leave()
    await lull.restart()
    const [loads, prepared] = [lull.model.encoderLoads, lull.model.prepared.length]
    await lull.open(page.conversationId)
    // What listens is made ready, what talks is not.
    await vi.waitFor(() => expect(lull.model.encoderLoads).toBe(loads + 1))
    expect(lull.model.prepared).toHaveLength(prepared)
  })
})

describe('a long talk', () => {
  async function untilFolded(model: ScriptedModel) {
    const lull = await talk({ model })
    const page = await lull.open()
    for (let count = 1; count <= 12; count++) {
      await lull.say(page, `Day ${count} was long and I could not rest. ${'It went on and on. '.repeat(8)}`)
      await page.shows((view) => view.messages.length === count * 2)
      const prepared = lull.model.prepared.length
      await vi.waitFor(() => expect(lull.model.prepared.length).toBeGreaterThanOrEqual(Math.max(1, prepared)))
    }
    return { lull, page }
  }

  it('is folded while idle, into the first sentences for a tiny model, and nothing of it is lost', async () => {
    const model = new ScriptedModel()
    model.parameters = 135_000_000
    model.contextTokens = 900
    const { page } = await untilFolded(model)
    expect(page.view.messages).toHaveLength(24)
    const newest = model.prompts.at(-1) ?? []
    const talkStart = newest.find((turn) => turn.text.includes('Earlier I told you this:'))
    expect(talkStart?.text).toContain('Day 1 was long and I could not rest.')
    const examples = (model.prompts[0]?.length ?? 1) - 1
    expect(newest.length, 'the whole talk would be 23 turns').toBeLessThan(examples + 23)
  })

  it('is folded by a larger model in its own words, under the guard', async () => {
    const model = new ScriptedModel((prompt) =>
      prompt[0]?.text.startsWith('Summarise')
        ? 'The person had long days without rest. '
        : 'It sounds like a lot. What weighs most?',
    )
    model.parameters = 4_000_000_000
    model.contextTokens = 1100
    await untilFolded(model)
    const newest = model.prompts.at(-1) ?? []
    expect(newest.some((turn) => turn.text.includes('The person had long days without rest.'))).toBe(true)
  })

  it('keeps the extract when the guard refuses what the model wrote', async () => {
    const model = new ScriptedModel((prompt) =>
      prompt[0]?.text.startsWith('Summarise')
        ? 'Call 555 0123 4567 now. '
        : 'It sounds like a lot. What weighs most?',
    )
    model.parameters = 4_000_000_000
    model.contextTokens = 1100
    await untilFolded(model)
    const newest = (model.prompts.at(-1) ?? []).map((turn) => turn.text).join('\n')
    expect(newest).not.toContain('0123')
    expect(newest).toContain('Day 1 was long')
  })
})
