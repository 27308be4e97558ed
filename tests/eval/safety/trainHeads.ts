/**
 * Trains the learned layers of triage and writes `resources/safety/heads/`: `node tests/eval/safety/trainHeads.ts`.
 * `--report` measures only; `--vectors FILE` keeps sentence vectors between runs; `--encoder FILE` says where it is.
 * The same sentences give the same bytes on one machine; vectors differ in their last bits between processors.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readKernelHead } from '../../../electron/core/safety/learned/kernelHead.ts'
import { readNgramModel } from '../../../electron/core/safety/learned/ngramModel.ts'
import type { Listener } from './heads/listeners.ts'
import { printBy, printTiers, saidBy } from './heads/report.ts'
import { saidAtLast } from './heads/saidAtLast.ts'
import { train } from './heads/train.ts'
import { readOutside, readTrainingPart } from './heads/trainingLines.ts'
import { vectorsOf } from './heads/vectors.ts'

const FOLDS = 5

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: path('../../../resources/safety/heads') },
    encoder: {
      type: 'string',
      default: path('../../../resources/models/encoder/all-MiniLM-L6-v2-Q8_0.gguf'),
    },
    vectors: { type: 'string' },
    report: { type: 'boolean', default: false },
  },
})

const together: Listener[] = ['ngrams', 'joined']
const ways: [string, Listener[]][] = [
  ['n-grams', ['ngrams']],
  ['encoder by itself', ['alone']],
  ['encoder beside n-grams', ['joined']],
  ['n-grams or encoder, as in the app', together],
]

const part = readTrainingPart()
const sessions = part.sessions.filter(({ family }) => family !== null)
const families = new Set(sessions.map(({ family }) => family)).size
console.log(
  `${sessions.length} sessions of ${families} pattern families, each judged by heads that never met its family`,
)
const encode = (texts: readonly string[]) => vectorsOf(texts, values.encoder, values.vectors)
const { folds, heard, heardAmong, heads } = await train(part, encode, FOLDS)

for (const [name, names] of ways) printTiers(name, sessions, saidBy(heard, names))
// What to expect of families nobody wrote here: thresholds too are chosen on other families than they are measured on.
const byFold = Array.from({ length: FOLDS }, (_, left) =>
  saidBy(
    heardAmong((fold) => fold !== left),
    together,
  ),
)
printTiers(
  'n-grams or encoder, thresholds from other families too',
  sessions,
  (session) => byFold[folds[session] as number]?.(session) ?? 0,
)
for (const field of ['kind', 'group'] as const) printBy(field, sessions, saidBy(heard, together))

const written = heads()
const ngrams = readNgramModel(JSON.parse(written.ngrams))
const encoder = readKernelHead(JSON.parse(written.encoder))

for (const [name, unmet] of Object.entries({
  'triage-second.json, which trained nothing': readOutside(),
  'other languages, which trained nothing': part.others,
})) {
  const said = await saidAtLast(unmet, ngrams, encoder, encode)
  printTiers(name, unmet, said)
  printBy('language', unmet, said)
}

if (!values.report) {
  mkdirSync(values.out, { recursive: true })
  for (const [name, json] of Object.entries(written)) {
    writeFileSync(`${values.out}/${name}.json`, json)
    console.log(`${name}.json ${(json.length / 1000).toFixed(0)} kB`)
  }
}
// llama.cpp keeps the process alive.
process.exit(0)
