/** Prints how triage and the guard do on the own suites: `npm run eval -- safety`. */
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
These sentences were written by the people who wrote the rules. On sentences the rules had not met, the second set
at first contact, 60 % were found with 3 % false alarms: expect that, not the figures above.`)
