/**
 * Scores triage, the guard and "are you human?" on the held-out part: pattern families that nobody who wrote rules or
 * trained heads has read. Prints sums alone, never a line of it, so that it can stay unread.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { takeSentences } from '../../../electron/core/chat/sentences.ts'
import { guardTalk } from '../../../electron/core/safety/guard/talk.ts'
import { guardFinish, guardSentence, guardStart } from '../../../electron/core/safety/guardReply.ts'
import { isIdentityQuestion } from '../../../electron/core/safety/identityQuestion.ts'
import { languageRules } from '../../../electron/core/safety/languageRules.ts'
import { kernelOpinions, readKernelHead } from '../../../electron/core/safety/learned/kernelHead.ts'
import { ngramOpinions, readNgramModel, windowsOf } from '../../../electron/core/safety/learned/ngramModel.ts'
import { type Layer, type Opinion, type Tier, type Turn, tiers } from '../../../electron/core/safety/tier.ts'
import { type Triager, triager } from '../../../electron/core/safety/triage.ts'
import { type Share, safetyText } from '../score.ts'
import { vectorsOf } from './heads/vectors.ts'

interface Session {
  id: string
  family: string
  kind: string
  tier: Tier
  group: string
  language: string
  direct?: boolean
  turns: Turn[]
}
interface GuardLine {
  rule: string | null
  userText: string
  reply: string
  tier: Tier
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const json = (path: string): unknown => JSON.parse(readFileSync(at(path), 'utf8'))

function lines<Line>(path: string): Line[] {
  return readFileSync(at(path), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line)
}

const files = (folder: string) =>
  readdirSync(at(folder))
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => `${folder}/${name}`)

export const reaches = (tier: Tier, least: Tier) => tiers.indexOf(tier) >= tiers.indexOf(least)

export interface Scored extends Session {
  heard: Tier
}

export interface Way {
  name: string
  scored: Scored[]
}

/** What each combination of layers hears in every session. */
export async function scoreSessions(folder: 'test/english' | 'test/languages'): Promise<Way[]> {
  const sessions = files(folder).flatMap((path) => lines<Session>(path))
  const ngrams = readNgramModel(json('../../../resources/safety/heads/ngrams.json'))
  const head = readKernelHead(json('../../../resources/safety/heads/encoder.json'))
  const languages = readdirSync(at('../../../resources/safety/languages'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => languageRules(json(`../../../resources/safety/languages/${name}`)))
  const opinions = await opinionsOf(sessions)
  const ways: [string, Record<Layer, boolean>][] = [
    ['rules', { rules: true, ngrams: false, encoder: false, model: false }],
    ['n-grams', { rules: false, ngrams: true, encoder: false, model: false }],
    ['encoder', { rules: false, ngrams: false, encoder: true, model: false }],
    ['rules or n-grams', { rules: true, ngrams: true, encoder: false, model: false }],
    ['all three', { rules: true, ngrams: true, encoder: true, model: false }],
  ]
  return ways.map(([name, layers]) => {
    const listen = triager({ layers, languages, ngrams: (text) => ngramOpinions(ngrams, text) })
    return { name, scored: sessions.map((session) => ({ ...session, heard: heardIn(listen, session) })) }
  })

  function heardIn(listen: Triager, { turns }: Session): Tier {
    return listen(turns, (index) => opinions.get(turns[index]?.text ?? '') ?? []).tier
  }

  async function opinionsOf(all: Session[]): Promise<Map<string, Opinion[]>> {
    const said = [
      ...new Set(all.flatMap(({ turns }) => turns.flatMap((one) => (one.role === 'person' ? one.text : [])))),
    ]
    const windows = said.map((text) => windowsOf(ngrams, text))
    const model = at('../../../resources/models/encoder/all-MiniLM-L6-v2-Q8_0.gguf')
    const vectors = await vectorsOf(windows.flat(), model)
    let from = 0
    return new Map(
      said.map((text, nth) => {
        const own = windows[nth] ?? []
        const of = vectors.slice(from, from + own.length)
        from += own.length
        return [text, kernelOpinions(head, of, { ngrams, windows: own })]
      }),
    )
  }
}

export const shareOf = <Row>(rows: readonly Row[], hit: (row: Row) => boolean): Share => ({
  hits: rows.filter(hit).length,
  of: rows.length,
})

/** Of bad replies: stopped as a whole or in part. Of good ones: changed in any way. */
export function scoreGuardLines(): { byRule: Map<string, Share>; stopped: Share; changed: Share } {
  const rows = lines<GuardLine>('test/guard.jsonl').map((line) => ({ ...line, cut: wasCut(line) }))
  const bad = rows.filter(({ rule }) => rule !== null)
  const rules = [...new Set(bad.map(({ rule }) => rule as string))].toSorted()
  return {
    byRule: new Map(
      rules.map((rule) => [
        rule,
        shareOf(
          bad.filter((one) => one.rule === rule),
          (one) => one.cut,
        ),
      ]),
    ),
    stopped: shareOf(bad, (one) => one.cut),
    changed: shareOf(
      rows.filter(({ rule }) => rule === null),
      (one) => one.cut,
    ),
  }
}

function wasCut({ userText, reply, tier }: GuardLine): boolean {
  const talk = guardTalk({ turns: [{ role: 'person', text: userText }], tier, kinds: [], mode: 'talk' })
  let state = guardStart({ maxSentences: 12, maxQuestions: 12, text: safetyText, turn: 0, talk })
  for (const sentence of takeSentences(reply, true).sentences) state = guardSentence(state, sentence).state
  return state.cuts.length > 0 || (reply.trim() !== '' && guardFinish(state) !== null)
}

export function scoreIdentity(): { found: Share; falseAlarms: Share } {
  const rows = lines<{ text: string; asks: boolean }>('test/identity.jsonl')
  const asks = ({ text }: { text: string }) => isIdentityQuestion(text)
  return {
    found: shareOf(
      rows.filter((row) => row.asks),
      asks,
    ),
    falseAlarms: shareOf(
      rows.filter((row) => !row.asks),
      asks,
    ),
  }
}
