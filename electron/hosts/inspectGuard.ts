/** `inspect guard`: what the guard lets through of a reply, sentence by sentence, straight from core, without an engine. */
import { z } from 'zod'
import { takeSentences } from '../core/chat/sentences.ts'
import { guardTalk } from '../core/safety/guard/talk.ts'
import { type GuardPolicy, guardFinish, guardSentence, guardStart } from '../core/safety/guardReply.ts'
import { higherTier, tiers } from '../core/safety/tier.ts'
import { triage } from '../core/safety/triage.ts'
import { readResources } from '../engine/resources.ts'
import { appFolder } from './appFolder.ts'
import { sentence as wrong } from './inspectInput.ts'

const line = z.object({
  id: z.union([z.string().max(200), z.number()]),
  mode: z.string().max(50).default('talk'),
  userText: z.string().max(200_000).default(''),
  reply: z.string().max(200_000),
  tier: z.enum(tiers).optional(),
})

/** How long a reply may be and how much it may ask is the prompt file's to say: here only the words count. */
const NO_LIMIT = 10_000

/**
 * Without `tier` it is what triage hears in `userText`.
 * @param text what stands in place of a refused sentence; the reviewed text of this copy of Lull when left out.
 */
export function guardAnswer(
  text: GuardPolicy['text'] = readResources(appFolder().resources).safetyText,
): (value: unknown) => unknown {
  return (value) => {
    const parsed = line.safeParse(value)
    if (!parsed.success) throw new Error(wrong(parsed.error))
    const { id, mode, userText, reply, tier } = parsed.data
    const turns = [{ role: 'person' as const, text: userText }]
    const heard = triage(turns)
    const talk = guardTalk({ turns, tier: higherTier(tier ?? 'none', heard.tier), kinds: heard.kinds, mode })
    let state = guardStart({
      maxSentences: NO_LIMIT,
      maxQuestions: NO_LIMIT,
      text,
      turn: 0,
      talk,
    })
    let shown = ''
    const cut: { sentence: string; rule: string }[] = []
    for (const sentence of takeSentences(reply, true).sentences) {
      const guarded = guardSentence(state, sentence)
      state = guarded.state
      shown += guarded.show ?? ''
      if (guarded.rule !== null) cut.push({ sentence: sentence.trim(), rule: guarded.rule })
    }
    return { id, shown: (shown + (guardFinish(state) ?? '')).trim(), cut }
  }
}
