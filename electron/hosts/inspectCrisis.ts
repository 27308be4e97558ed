/** `inspect crisis`: what the scripted talk answers to a person's turns, from reviewed texts alone, without a model or an engine. */
import { z } from 'zod'
import { type CrisisState, type CrisisTurn, crisisTurn } from '../core/safety/crisisTalk.ts'
import { isIdentityQuestion } from '../core/safety/identityQuestion.ts'
import { wordingAt } from '../core/safety/safetyText.ts'
import type { CareCard, Tier, Turn } from '../core/safety/tier.ts'
import type { Resources } from '../engine/resources.ts'
import type { InspectedListening } from './inspectedListening.ts'
import { sentence } from './inspectInput.ts'

const session = z.object({
  id: z.union([z.string().max(200), z.number()]),
  /** What the person writes, oldest first. */
  turns: z.array(z.string().max(200_000)).min(1).max(500),
  country: z.string().max(10).nullish(),
})

interface Answered {
  text: string
  /** Steps of the message, joined by "+"; null where the talk says nothing and a reflection stands in. */
  step: string | null
  tier: Tier
  card?: CareCard
}

interface Door {
  resources: Resources
  listening: InspectedListening
}

async function answerAll(
  { resources, listening }: Door,
  turns: readonly string[],
  country: string | null,
): Promise<Answered[]> {
  const said: Turn[] = []
  const answers: Answered[] = []
  let previous: CrisisState | null = null
  for (const [index, text] of turns.entries()) {
    said.push({ role: 'person', text })
    const session = await listening.hear(said)
    const talk: CrisisTurn | null = crisisTurn({
      turns: said,
      triage: session,
      fresh: session.fresh,
      previous,
      help: (country === null ? null : resources.countries.get(country)) ?? null,
      directory: resources.directory,
      own: [],
      texts: resources.safetyTexts,
      language: session.language,
      asksIdentity: isIdentityQuestion(text),
      smallModel: true,
    })
    const words = talk?.text ?? wordingAt(resources.safetyText.reflection, index)
    said.push({ role: 'lull', text: words })
    previous = talk?.state ?? previous
    const answer: Answered = {
      text: words,
      step: talk?.steps.join('+') ?? null,
      tier: talk?.tier ?? session.tier,
    }
    answers.push(talk?.card ? { ...answer, card: talk.card } : answer)
  }
  return answers
}

/** Answers one line: every turn through triage and the talk, with the help lines of the country. */
export function crisisAnswer(door: Door) {
  return async (value: unknown): Promise<unknown> => {
    const parsed = session.safeParse(value)
    if (!parsed.success) throw new Error(sentence(parsed.error))
    const { id, turns, country } = parsed.data
    return { id, turns: await answerAll(door, turns, country?.toUpperCase() ?? null) }
  }
}
