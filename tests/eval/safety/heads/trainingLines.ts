/** Reads what the heads learn from: the training part, a session a line, and older sentences; never the held-out part. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { kinds, type Tier, tiers } from '../../../../electron/core/safety/tier.ts'

const turn = z.object({ role: z.enum(['person', 'lull']), text: z.string() })

const line = z.object({
  id: z.string(),
  family: z.string().min(1),
  kind: z.string(),
  tier: z.enum(tiers),
  group: z.string(),
  language: z.string(),
  turns: z.array(turn).min(1),
})

const sentences = z.object({
  cases: z.array(
    z.object({
      tier: z.enum(tiers),
      text: z.string().optional(),
      turns: z.array(turn).optional(),
      kinds: z.array(z.enum(kinds)).optional(),
    }),
  ),
})

export interface TrainingSession {
  id: string
  /** Null where nobody wrote down whose rephrasing it is: it trains, and is never judged. */
  family: string | null
  kind: string
  tier: Tier
  group: string
  language: string
  /** What the person said, in order. */
  said: string[]
}

export interface TrainingPart {
  /** What trains the heads; those without a family come last. */
  sessions: TrainingSession[]
  /** In other languages, only measured: the encoder reads English, and so few families teach n-grams little. */
  others: TrainingSession[]
  /** Over all that `sessions` was read from, so that a head can say what it was trained on. */
  sha256: string
}

const TAUGHT = 'en'
const FOLDER = new URL('../train/', import.meta.url)
const OLDER = new URL('../../triage.json', import.meta.url)
/** Sentences that neither train nor calibrate: an outside look at the finished heads. */
const OUTSIDE = new URL('../../triage-second.json', import.meta.url)

const saidIn = (turns: readonly z.infer<typeof turn>[]) =>
  turns.filter(({ role }) => role === 'person').map(({ text }) => text)

function olderSessions(file: URL): TrainingSession[] {
  const { cases } = sentences.parse(JSON.parse(readFileSync(file, 'utf8')))
  return cases.map(({ tier, text, turns, kinds: heard }, at) => ({
    id: `older-${at}`,
    family: null,
    kind: heard?.[0] ?? (tier === 'none' ? 'everyday' : 'unknown'),
    tier,
    group: 'general',
    language: TAUGHT,
    said: turns ? saidIn(turns) : [text ?? ''],
  }))
}

/** @throws an Error naming file and line when a line does not fit the format. */
export function readTrainingPart(): TrainingPart {
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    // What lies in the folder itself trains nothing: sentences for the guard, ways to ask who Lull is.
    .filter((name) => /^[^/]+\/.*\.jsonl$/.test(name))
    .toSorted()
  const hash = createHash('sha256')
  const sessions: TrainingSession[] = []
  const others: TrainingSession[] = []
  for (const name of names) {
    const rows = readFileSync(new URL(name, FOLDER), 'utf8').split(/\r?\n/)
    for (const [at, row] of rows.entries()) {
      if (row === '') continue
      const session = sessionOf(row, `${name}:${at + 1}`)
      if (session.language === TAUGHT) hash.update(`${row}\n`)
      ;(session.language === TAUGHT ? sessions : others).push(session)
    }
  }
  const older = olderSessions(OLDER)
  hash.update(JSON.stringify(older))
  return { sessions: [...sessions, ...older], others, sha256: hash.digest('hex') }
}

export function readOutside(): TrainingSession[] {
  return olderSessions(OUTSIDE)
}

function sessionOf(row: string, place: string): TrainingSession {
  let json: unknown = null
  try {
    json = JSON.parse(row)
  } catch {
    throw new Error(`${place} is not JSON`)
  }
  const parsed = line.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(`${place} ${issue?.path.join('.')}: ${issue?.message}`)
  }
  const { turns, ...session } = parsed.data
  return { ...session, said: saidIn(turns) }
}
