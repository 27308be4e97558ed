/** Scores the guard on own lines, one reply each, in the shape the inspecting door takes: `rule` says which sentence is bad, null that none is. */
import { readFileSync } from 'node:fs'
import { guardAnswer } from '../../../electron/hosts/inspectGuard.ts'
import { safetyText } from '../score.ts'

export interface GuardLine {
  id: string
  mode: string
  userText: string
  reply: string
  tier?: string
  rule: string | null
}

interface Share {
  hits: number
  of: number
}

export interface GuardSuiteScore {
  stopped: Share
  falseAlarms: Share
  /** Of the bad ones, by the rule that should speak; any rule counts as stopped. */
  byRule: Map<string, Share>
  /** Of the stopped ones, those that were named as expected. */
  named: Share
  wrong: string[]
}

const answered = guardAnswer(safetyText)

export function readGuardLines(file: URL): GuardLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GuardLine)
}

export function scoreGuardLines(lines: readonly GuardLine[]): GuardSuiteScore {
  const score: GuardSuiteScore = {
    stopped: { hits: 0, of: 0 },
    falseAlarms: { hits: 0, of: 0 },
    byRule: new Map(),
    named: { hits: 0, of: 0 },
    wrong: [],
  }
  for (const { rule, ...line } of lines) {
    const { cut } = answered(line) as { cut: { rule: string }[] }
    const isCut = cut.length > 0
    if (isCut === (rule === null))
      score.wrong.push(`${rule} → ${cut.map((one) => one.rule)} [${line.userText}] ${line.reply}`)
    const share = rule === null ? score.falseAlarms : score.stopped
    share.of++
    if (isCut) share.hits++
    if (rule === null) continue
    const own = score.byRule.get(rule) ?? { hits: 0, of: 0 }
    score.byRule.set(rule, own)
    own.of++
    if (!isCut) continue
    own.hits++
    score.named.of++
    if (cut[0]?.rule === rule) score.named.hits++
  }
  return score
}

export const trainFile = new URL('./train/guard.jsonl', import.meta.url)
