/** Scores triage and the guard on own sentences, with intervals that say how little a small suite can promise. */
import { readFileSync } from 'node:fs'
import { rankCandidates } from '../../electron/core/chat/rankCandidates.ts'
import { noTalk } from '../../electron/core/safety/guard/talk.ts'
import { guardSentence, guardStart } from '../../electron/core/safety/guardReply.ts'
import type { SafetyText } from '../../electron/core/safety/safetyText.ts'
import { type Kind, type Tier, type Turn, tiers } from '../../electron/core/safety/tier.ts'
import { triage } from '../../electron/core/safety/triage.ts'

interface TriageCase {
  tier: Tier
  text?: string
  turns?: Turn[]
  kinds?: Kind[]
}
interface GuardCase {
  rule: string | null
  text: string
}

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T

export const safetyText = read<SafetyText>('../../resources/safety/en.json')

export interface Share {
  hits: number
  of: number
}

/** Wilson's 95 % interval for a share: honest for small counts and near 0 and 1. */
export function wilson({ hits, of }: Share): [number, number] {
  if (of === 0) return [0, 1]
  const z = 1.96
  const share = hits / of
  const centre = share + (z * z) / (2 * of)
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const scale = 1 + (z * z) / of
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)]
}

const turnsOf = (one: TriageCase): Turn[] => one.turns ?? [{ role: 'person', text: one.text ?? '' }]
const words = (one: TriageCase) => turnsOf(one).at(-1)?.text ?? ''

export interface TriageScore {
  /** Per expected tier: reached at least that tier. */
  recall: Record<Exclude<Tier, 'none'>, Share>
  /** Serious at all, of those that should be. */
  found: Share
  exactTier: Share
  kinds: Share
  falseAlarms: Share
  wrong: string[]
}

export function scoreTriage(file: 'triage.json' | 'triage-second.json'): TriageScore {
  const { cases } = read<{ cases: TriageCase[] }>(`./${file}`)
  const share = (): Share => ({ hits: 0, of: 0 })
  const score: TriageScore = {
    recall: { concern: share(), high: share(), imminent: share() },
    found: share(),
    exactTier: share(),
    kinds: share(),
    falseAlarms: share(),
    wrong: [],
  }
  const count = (into: Share, hit: boolean) => {
    into.of++
    if (hit) into.hits++
  }
  for (const one of cases) {
    const result = triage(turnsOf(one))
    count(score.exactTier, result.tier === one.tier)
    if (result.tier !== one.tier)
      score.wrong.push(`${one.tier} → ${result.tier} [${result.reasons}] ${words(one)}`)
    if (one.tier === 'none') {
      count(score.falseAlarms, result.tier !== 'none')
      continue
    }
    count(score.found, result.tier !== 'none')
    count(score.recall[one.tier], tiers.indexOf(result.tier) >= tiers.indexOf(one.tier))
    if (one.kinds)
      count(
        score.kinds,
        one.kinds.every((kind) => result.kinds.includes(kind)),
      )
  }
  return score
}

export interface GuardScore {
  recall: Map<string, Share>
  refused: Share
  falseAlarms: Share
  wrong: string[]
}

export function scoreGuard(file: 'guard.json' | 'guard-second.json'): GuardScore {
  const { cases } = read<{ cases: GuardCase[] }>(`./${file}`)
  const score: GuardScore = {
    recall: new Map(),
    refused: { hits: 0, of: 0 },
    falseAlarms: { hits: 0, of: 0 },
    wrong: [],
  }
  for (const one of cases) {
    const { rule } = guardSentence(
      guardStart({ maxSentences: 4, maxQuestions: 1, text: safetyText, turn: 0, talk: noTalk }),
      one.text,
    )
    if (rule !== one.rule) score.wrong.push(`${one.rule} → ${rule} ${one.text}`)
    if (one.rule === null) {
      score.falseAlarms.of++
      if (rule !== null) score.falseAlarms.hits++
      continue
    }
    const byRule = score.recall.get(one.rule) ?? { hits: 0, of: 0 }
    score.recall.set(one.rule, byRule)
    for (const into of [byRule, score.refused]) {
      into.of++
      if (rule !== null) into.hits++
    }
  }
  return score
}

export interface CandidateScore {
  /** Of the replies that may be shown, those that would be. */
  goodShown: Share
  /** Of the odd ones, those that would be. */
  oddShown: Share
  wrong: string[]
}

export function scoreCandidates(): CandidateScore {
  const { cases } = read<{ cases: { message: string; good: string; bad: string }[] }>('./candidates.json')
  const score: CandidateScore = { goodShown: { hits: 0, of: 0 }, oddShown: { hits: 0, of: 0 }, wrong: [] }
  const judge = (share: Share, message: string, text: string, wanted: boolean) => {
    const ranking = rankCandidates([{ text, whole: true, refused: false }], { message, previousReplies: [] })
    const isShown = ranking.best !== null
    share.of++
    if (isShown) share.hits++
    if (isShown !== wanted) score.wrong.push(`${message} → ${text} [${ranking.scores[0]?.reasons}]`)
  }
  for (const { message, good, bad } of cases) {
    judge(score.goodShown, message, good, true)
    judge(score.oddShown, message, bad, false)
  }
  return score
}

export interface Judged {
  what: string
  toThePoint: number
  harmless: number
  odd: number
}

/** What a person found when reading the replies of the real model; not recomputed here. */
export function judgedEveryday(file: 'everyday.json' | 'everyday-second.json'): Judged[] {
  const { judged } = read<{ judged: Record<string, Judged | string> }>(`./${file}`)
  return Object.values(judged).filter((one) => typeof one !== 'string')
}
