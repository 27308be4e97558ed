/** What hearing a message costs with the encoder: alone, beside a reply that is read and written, and for 100 kB. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { kernelOpinions, readKernelHead } from '../../electron/core/safety/learned/kernelHead.ts'
import { readNgramModel, windowsOf } from '../../electron/core/safety/learned/ngramModel.ts'
import { EventBus } from '../../electron/engine/events.ts'
import { SentenceVectors } from '../../electron/engine/features/safety/sentenceVectors.ts'
import { encoderFile } from '../../electron/engine/resources.ts'
import { forkLanguageModel } from '../../electron/hosts/forkLanguageModel.ts'
import { resourcesFolder } from '../engine/engineParts.ts'
import { entry, greedy, person, taken } from '../llm/talking.ts'
import { benchModelPath, noModel } from './llmModel.ts'
import { messages } from './llmWarmTurn.ts'
import { median } from './median.ts'
import { readTree } from './processTree.ts'
import { printRows, type Row } from './table.ts'

const ROUNDS = 20
const MESSAGE_MS = 60
const LARGE_MS = 1000
const LARGE_CHARACTERS = 100_000

type Child = Awaited<ReturnType<typeof forkLanguageModel>>

const head = (name: string): unknown =>
  JSON.parse(readFileSync(join(resourcesFolder, 'safety/heads', name), 'utf8'))

/** From a message to what the encoder thinks of it, through process and wire. */
function listener(child: Child) {
  const ngrams = readNgramModel(head('ngrams.json'))
  const kernel = readKernelHead(head('encoder.json'))
  const log = { info() {}, warn() {}, error() {} }
  const encoder = { embed: child.encoder.embed, wake() {} }
  const vectors = new SentenceVectors({ encoder, isOn: () => true, bus: new EventBus(), log })
  const never = new AbortController().signal
  return async (text: string): Promise<number> => {
    const startedAt = performance.now()
    const windows = windowsOf(ngrams, text)
    const found = await vectors.of(windows, never)
    if (!found) throw new Error('the encoder did not answer')
    kernelOpinions(kernel, found, { ngrams, windows })
    return performance.now() - startedAt
  }
}

/** The nth of many messages, none like another, so that nothing is known before. */
const message = (nth: number) => `${nth}. ${messages[nth % messages.length]} It is the ${nth + 1}th time.`
const large = (nth: number) =>
  Array.from({ length: LARGE_CHARACTERS }, (_, at) => message(nth * LARGE_CHARACTERS + at))
    .join(' ')
    .slice(0, LARGE_CHARACTERS)

async function times(hear: (text: string) => Promise<number>, text: (nth: number) => string, rounds: number) {
  const all: number[] = []
  for (let nth = 0; nth < rounds; nth++) all.push(await hear(text(nth)))
  return { median: median(all), worst: Math.max(...all) }
}

const row = (
  what: string,
  { median: value, worst }: { median: number; worst: number },
  limit: number,
): Row => ({
  what,
  against: `worst ${worst.toFixed(0)} ms`,
  value,
  unit: 'ms',
  goal: `≤ ${limit} ms`,
  met: value <= limit,
})

/** Beside a model that talks, where there is one: what the encoder waits for. */
async function besideTalk(child: Child, hear: (text: string) => Promise<number>): Promise<Row[]> {
  const path = benchModelPath()
  if (!path) return [{ what: 'message, encoder beside a reply', skipped: noModel }]
  await child.model.load({ path, sha256: null, contextTokens: 8192, threads: null })
  const heard = { reading: [] as number[], text: [] as number[] }
  const stop = new AbortController()
  let nth = 1000
  let busy = false
  const talk = [person(messages.join(' ').repeat(55))]
  await taken(child.model.reply(talk, { ...greedy, maxTokens: 600 }, stop.signal), ({ type }) => {
    if (type === 'done' || busy || heard[type].length >= ROUNDS) return
    busy = true
    void hear(message(nth++)).then((ms) => {
      heard[type].push(ms)
      busy = false
      if (heard.text.length >= ROUNDS) stop.abort()
    })
  })
  const told = (what: string, all: number[]): Row => ({
    ...{ what, against: `worst ${Math.max(...all).toFixed(0)} ms` },
    ...{ value: median(all), unit: 'ms' },
  })
  return [
    told('message, encoder while a prompt is read', heard.reading),
    told('message, encoder while a reply is written', heard.text),
  ]
}

export async function encoder(): Promise<Row[]> {
  const startedAt = performance.now()
  const child = await forkLanguageModel({ entry })
  try {
    await child.encoder.load(encoderFile(resourcesFolder))
    const wakingMs = performance.now() - startedAt
    const hear = listener(child)
    await hear('So it begins.')
    const alone = await times(hear, message, ROUNDS)
    const capped = await times(hear, large, 5)
    const rows: Row[] = [
      { what: 'encoder ready, from no process at all', value: wakingMs, unit: 'ms' },
      row('message heard with the encoder', alone, MESSAGE_MS),
      row('100 kB heard with the encoder', capped, LARGE_MS),
      row('100 kB heard again', await times(hear, () => large(0), 5), LARGE_MS),
    ]
    if (process.platform === 'linux' && child.pid !== undefined) {
      rows.push({ what: 'process with the encoder alone', value: readTree(child.pid).pssMiB, unit: 'MiB' })
    }
    return [...rows, ...(await besideTalk(child, hear))]
  } finally {
    child.end()
  }
}

if (import.meta.main) printRows(await encoder())
