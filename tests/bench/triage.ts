/** What listening costs: one more message in a talk of 200 and of 5,000 turns, and a message of 100 kB, with every quick layer on. */
import { readdirSync, readFileSync } from 'node:fs'
import { languageRules } from '../../electron/core/safety/languageRules.ts'
import { ngramOpinions, readNgramModel } from '../../electron/core/safety/learned/ngramModel.ts'
import type { Turn } from '../../electron/core/safety/tier.ts'
import { prepare, triager } from '../../electron/core/safety/triage.ts'
import { median } from './median.ts'
import { printRows, type Row } from './table.ts'

const MESSAGES = 600
const LONG_ROUNDS = 25
const GOAL_MESSAGE_MS = 5
const GOAL_LONG_MS = 50

const resources = new URL('../../resources/safety/', import.meta.url)
const json = (path: URL): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** Sentences people could write, about half of them serious. */
function sentences(): string[] {
  const { cases } = json(new URL('../eval/triage.json', import.meta.url)) as {
    cases: { text?: string; turns?: Turn[] }[]
  }
  return cases.flatMap((one) => one.text ?? one.turns?.map((turn) => turn.text) ?? [])
}

function quickLayers() {
  const model = readNgramModel(json(new URL('heads/ngrams.json', resources)))
  const folder = new URL('languages/', resources)
  const languages = readdirSync(folder).map((name) => languageRules(json(new URL(name, folder))))
  return triager({ languages, ngrams: (text) => ngramOpinions(model, text) })
}

const ordinary = [
  "I've been so tired lately, the kids won't sleep and my boss keeps asking for more.",
  'Yesterday I went home and cried about my mum for an hour.',
  "There's nothing left to say about the weekend; it was fine I guess!",
  "I don't know what to do anymore because the bills keep coming.",
  'We had a meeting today and the deadline moved to tomorrow morning.',
]

/** A long post: mostly ordinary, every seventh sentence from the suite, no sentence twice. */
function longPost(characters: number, from: readonly string[], salt: number): string {
  const parts: string[] = []
  for (let length = 0, nth = 0; length < characters; nth++) {
    const base = nth % 7 === 0 ? from[nth % from.length] : ordinary[nth % ordinary.length]
    const part = `${(base ?? '').replace(/\.?$/, '')} ${nth} ${salt}.`
    parts.push(part)
    length += part.length + 1
  }
  return parts.join(' ')
}

function took(work: () => void): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

const share = (values: readonly number[], part: number) =>
  [...values].sort((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * part))
  ] ?? 0

function perMessage(turnsBefore: number, from: readonly string[]): number[] {
  const listen = quickLayers()
  const turns: Turn[] = Array.from({ length: turnsBefore }, (_, at) => ({
    role: at % 2 === 0 ? 'person' : 'lull',
    text: `${from[at % from.length]} ${at}`,
  }))
  listen(turns)
  return Array.from({ length: MESSAGES }, (_, nth) => {
    const message: Turn = { role: 'person', text: `${from[(nth * 7) % from.length]} and ${nth} more` }
    const tookMs = took(() => listen([...turns, message]))
    turns.push(message, { role: 'lull', text: `I hear you ${nth}.` })
    turns.splice(0, 2)
    return tookMs
  })
}

export async function triageSpeed(): Promise<Row[]> {
  const from = sentences()
  const readingMs = took(prepare)
  const listen = quickLayers()
  // The first ones are slower while the machine learns the code; people meet them too, so they are told.
  const firstMs = took(() => listen([{ role: 'person', text: from[0] ?? '' }]))
  const inTwoHundred = perMessage(200, from)
  const inFiveThousand = perMessage(5_000, from)
  const long = Array.from({ length: LONG_ROUNDS }, (_, nth) => {
    const text = longPost(100_000, from, nth)
    return took(() => listen([{ role: 'person', text }]))
  })
  const row = (what: string, value: number, goalMs: number): Row => ({
    what,
    value,
    unit: 'ms',
    goal: `≤ ${goalMs} ms`,
    met: value <= goalMs,
  })
  const told = (values: readonly number[]) =>
    `(middle ${median(values).toFixed(2)} ms, most ${Math.max(...values).toFixed(1)} ms of ${values.length})`
  return [
    { what: 'English rules read, once', value: readingMs, unit: 'ms' },
    { what: 'the first message after that', value: firstMs, unit: 'ms' },
    row(`one message in 200 turns, p99 ${told(inTwoHundred)}`, share(inTwoHundred, 0.99), GOAL_MESSAGE_MS),
    row(
      `one message in 5,000 turns, p99 ${told(inFiveThousand)}`,
      share(inFiveThousand, 0.99),
      GOAL_MESSAGE_MS,
    ),
    row(`a message of 100 kB, middle ${told(long)}`, median(long), GOAL_LONG_MS),
  ]
}

if (import.meta.main) printRows(await triageSpeed())
