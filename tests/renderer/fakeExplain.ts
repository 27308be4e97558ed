/** What the fake engine says of how a message came about: one written by a model with two cuts, and one by people. */
import type { EngineClient } from '../../electron/contract/index.ts'
import type { FakeEngine, NotedContract } from './fakeEngine.ts'

type Explained = Awaited<ReturnType<EngineClient['chat']['explain']>>

export const byModel: Explained = {
  promptText:
    '<|im_start|>system\nYou are Lull, a companion on this machine.<|im_end|>\n<|im_start|>user\nYes. I just keep switching tabs.<|im_end|>\n<|im_start|>assistant\n',
  modelTitle: 'SmolLM2 135M',
  tier: 'none',
  reasons: ['candidates.4', 'candidates.chosen.2'],
  guard: ['advice', 'attachment'],
  cuts: [
    { rule: 'advice', sentence: 1 },
    { rule: 'attachment', sentence: 3 },
  ],
  opinions: [],
  inputTokens: 214,
  outputTokens: 31,
}

export const byPeople: Explained = {
  promptText: null,
  modelTitle: null,
  tier: 'high',
  reasons: [
    'passive.better-off/self',
    'sign.hopeless/self',
    'ngrams.suicide',
    'encoder.suicide',
    'care.scripted',
    'care.text.en.2.0.0',
    'care.step.reflect.high',
    'care.step.ask',
    'care.step.people',
  ],
  guard: [],
  cuts: [],
  opinions: [{ layer: 'encoder', tier: 'high', kinds: ['suicide'], probability: 0.86 }],
  inputTokens: null,
  outputTokens: null,
}

export function fakeExplain(noted: NotedContract, engine: FakeEngine) {
  return noted.chat.explain.handler(({ input }) => {
    const messages = [...engine.world.views.values()].flatMap((view) => view.messages)
    const isScripted = messages.some(({ id, source }) => id === input.messageId && source === 'scripted')
    return isScripted ? byPeople : byModel
  })
}
