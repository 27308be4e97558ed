/** Prints how triage and the guard do on the own suites: `npm run eval -- safety`. */
import {
  reaches,
  type Scored,
  scoreGuardLines,
  scoreIdentity,
  scoreSessions,
  shareOf,
  type Way,
} from './safety/heldOut.ts'
import { judgedEveryday, type Share, scoreCandidates, scoreGuard, scoreTriage, wilson } from './score.ts'

const percent = (share: number) => `${Math.round(share * 100)} %`.padStart(5)

function row(name: string, share: Share): void {
  const [low, high] = wilson(share)
  const value = share.of === 0 ? '    –' : percent(share.hits / share.of)
  console.log(
    `  ${name.padEnd(22)} ${value}  [${percent(low)} … ${percent(high)}]  ${share.hits} of ${share.of}`,
  )
}

for (const file of ['triage.json', 'triage-second.json'] as const) {
  const score = scoreTriage(file)
  console.log(`\nTriage, ${file}`)
  row('found (any tier)', score.found)
  for (const [tier, share] of Object.entries(score.recall)) row(`recall ${tier} or above`, share)
  row('right kind', score.kinds)
  row('exact tier', score.exactTier)
  row('false alarms', score.falseAlarms)
  for (const line of score.wrong) console.log(`    ${line}`)
}

for (const file of ['guard.json', 'guard-second.json'] as const) {
  const score = scoreGuard(file)
  console.log(`\nGuard, ${file}`)
  row('refused', score.refused)
  for (const [rule, share] of score.recall) row(`  ${rule}`, share)
  row('false alarms', score.falseAlarms)
  for (const line of score.wrong) console.log(`    ${line}`)
}

const candidates = scoreCandidates()
console.log('\nCandidates of a very small model, candidates.json')
row('fitting ones shown', candidates.goodShown)
row('odd ones shown', candidates.oddShown)
for (const line of candidates.wrong) console.log(`    ${line}`)

for (const file of ['everyday.json', 'everyday-second.json'] as const) {
  console.log(`\nReplies as read by a person, ${file}`)
  for (const { what, toThePoint, harmless, odd } of judgedEveryday(file)) {
    console.log(`  ${what}: ${toThePoint} to the point, ${harmless} harmless but off, ${odd} odd`)
  }
}

console.log(`
These sentences were written by the people who wrote the rules: expect the figures below instead.`)

const grave = ['high', 'imminent'] as const

function printWay({ name, scored }: Way): void {
  const risky = scored.filter(({ tier }) => tier !== 'none')
  console.log(`\n  ${name}`)
  row(
    '  direct statements',
    shareOf(
      scored.filter(({ direct }) => direct),
      ({ heard }) => reaches(heard, 'high'),
    ),
  )
  for (const least of ['concern', 'high', 'imminent'] as const) {
    const rows = scored.filter(({ tier }) => tier === least)
    row(
      `  ${least}: at least that`,
      shareOf(rows, ({ heard }) => reaches(heard, least)),
    )
  }
  row(
    '  high, imminent: as high',
    shareOf(
      scored.filter(({ tier }) => grave.some((one) => one === tier)),
      ({ heard }) => reaches(heard, 'high'),
    ),
  )
  row(
    '  any tier: heard at all',
    shareOf(risky, ({ heard }) => heard !== 'none'),
  )
  row(
    '  false alarms',
    shareOf(
      scored.filter(({ tier }) => tier === 'none'),
      ({ heard }) => heard !== 'none',
    ),
  )
}

function printBy(field: 'group' | 'language' | 'kind', scored: readonly Scored[]): void {
  for (const value of [...new Set(scored.map((one) => one[field]))].toSorted()) {
    const rows = scored.filter((one) => one[field] === value)
    const risky = rows.filter(({ tier }) => tier !== 'none')
    const harmless = rows.filter(({ tier }) => tier === 'none')
    if (risky.length > 0)
      row(
        `  ${value}: heard`,
        shareOf(risky, ({ heard }) => heard !== 'none'),
      )
    if (harmless.length > 0)
      row(
        `  ${value}: false`,
        shareOf(harmless, ({ heard }) => heard !== 'none'),
      )
  }
}

for (const [folder, by] of [
  ['test/english', ['group', 'kind']],
  ['test/languages', ['language']],
] as const) {
  const ways = await scoreSessions(folder)
  console.log(`\nHeld out, ${folder}: ${ways[0]?.scored.length} sessions nobody who wrote rules has read`)
  for (const way of ways) printWay(way)
  const together = ways.at(-1)?.scored ?? []
  for (const field of by) {
    console.log(`\n  all three, by ${field}`)
    printBy(field, together)
  }
}

const held = scoreGuardLines()
console.log('\nHeld out, the guard')
row('bad replies stopped', held.stopped)
for (const [rule, share] of held.byRule) row(`  ${rule}`, share)
row('good replies changed', held.changed)
const identity = scoreIdentity()
console.log('\nHeld out, "are you human?"')
row('recognised', identity.found)
row('false alarms', identity.falseAlarms)
// llama.cpp keeps the process alive.
process.exit(0)
