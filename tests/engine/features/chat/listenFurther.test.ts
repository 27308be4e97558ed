/** Slower ways of listening: asked before a model answers, never waited for long, able to raise and never to calm. */
import { describe, expect, it, vi } from 'vitest'
import { ScriptedModel } from '../../../fakes/scriptedModel.ts'
import { talk } from '../../talk.ts'

const suicideWords = /suicide|ending your life|killing yourself/i

describe('the encoder', () => {
  it('is asked once about a message before it is answered, and not again when it is tried again', async () => {
    const lull = await talk()
    const page = await lull.open()
    await lull.say(page, 'The meeting was moved again and lunch was late.')
    await page.answered()
    const asked = lull.model.embedded.flat()
    expect(asked.filter((text) => text.includes('lunch was late'))).toHaveLength(1)
    await lull.client.chat.tryAgain({ conversationId: page.conversationId })
    await page.answered()
    expect(lull.model.embedded.flat()).toEqual(asked)
  })

  it('is not waited for when the rules know already', async () => {
    const lull = await talk()
    lull.model.holdEncoding = new Promise(() => {})
    const page = await lull.open()
    await lull.say(page, 'I want to kill myself')
    const { messages } = await page.answered()
    expect(messages.at(-1)).toMatchObject({ source: 'scripted', tier: 'high' })
    expect(lull.model.embedded.flat()).toEqual([])
  })

  it('does not hold a reply up: when its time is over the reply goes on, and the next message asks again', async () => {
    const lull = await talk()
    lull.model.holdEncoding = new Promise(() => {})
    const page = await lull.open()
    await lull.say(page, 'A long day.')
    await vi.waitFor(() => expect(lull.model.embedded).toHaveLength(1))
    lull.parts.clock.advance(401)
    await page.answered()
    expect(page.view.messages).toHaveLength(2)
    lull.model.holdEncoding = null
    await lull.say(page, 'And a long night before it.')
    await page.shows((view) => view.messages.length === 4 && view.reply === null)
    expect(lull.model.embedded.flat().filter((text) => text.includes('A long day.'))).toHaveLength(2)
  })

  it('is not asked where the person switched it off', async () => {
    const lull = await talk()
    await lull.client.settings.change({
      listening: { rules: true, ngrams: true, encoder: false, model: true },
    })
    const page = await lull.open()
    await lull.say(page, 'A long day.')
    await page.answered()
    expect(lull.model.embedded).toEqual([])
  })
})

describe('the model that talks', () => {
  const yesTo = (words: string) => {
    const model = new ScriptedModel()
    model.chances = (question) => (question.includes(words) ? 0.97 : 0.02)
    return model
  }

  it('raises a session before it answers: reviewed words come instead of its own', async () => {
    const lull = await talk({ model: yesTo('ending my own life') })
    const page = await lull.open()
    await lull.say(page, 'The last page of my notebook is written.')
    const { messages } = await page.answered()
    expect(messages[0]).toMatchObject({ author: 'person', tier: 'high' })
    expect(messages[1]).toMatchObject({ source: 'scripted', tier: 'high' })
    expect(messages[1]?.text).toMatch(suicideWords)
    expect(lull.model.prompts, 'no reply of the model').toEqual([])
    const why = await lull.client.chat.explain({ messageId: messages[1]?.id ?? '' })
    expect(why.opinions).toContainEqual(expect.objectContaining({ layer: 'model', tier: 'high' }))
    expect(why.reasons).toContain('model.suicide')
  })

  it('is asked once a message, and what it heard is known after a restart', async () => {
    const lull = await talk({ model: yesTo('ending my own life') })
    const page = await lull.open()
    await lull.say(page, 'The last page of my notebook is written.')
    await page.answered()
    expect(lull.model.judged).toHaveLength(1)
    await lull.restart()
    const again = await lull.open(page.conversationId)
    await lull.say(again, 'Anyway.')
    const { messages } = await again.shows((view) => view.messages.length === 4 && view.reply === null)
    expect(messages[2]?.tier, 'falls slowly').toBe('high')
  })

  it('never lowers what the rules heard', async () => {
    const lull = await talk({ model: yesTo('nothing') })
    const page = await lull.open()
    await lull.say(page, 'I want to kill myself')
    expect((await page.answered()).messages[0]?.tier).toBe('high')
  })

  it('is not asked when it is too small to be believed', async () => {
    const model = yesTo('ending my own life')
    model.parameters = 135_000_000
    const lull = await talk({ model })
    const page = await lull.open()
    await lull.say(page, 'The last page of my notebook is written.')
    await page.answered()
    expect(model.judged).toEqual([])
  })
})
