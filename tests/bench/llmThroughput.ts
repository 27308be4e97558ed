/** How fast Lull reads and writes, beside llama.cpp's own benchmark on the same libraries in the same minute. */
import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { languageModelEnvironment } from '../../electron/hosts/languageModelEnvironment.ts'
import { CannotBuild, llamaBench } from './buildLlamaBench.ts'
import { benchModelPath, noModel } from './llmModel.ts'
import type { SpeedRequest } from './llmSpeedProcess.ts'
import { median } from './median.ts'
import { printRows, type Row } from './table.ts'

const ROUNDS = 5
const READ_TOKENS = 512
const WRITE_TOKENS = 64
const READING_GOAL = 0.97
const ONE_THREAD_GOAL = 0.88

interface Figure {
  what: string
  ours: SpeedRequest
  theirs: string[]
  goal(threads: number): number | null
}

const writing = (depth: number): Figure => ({
  what: `writing after ${depth} tokens`,
  ours: { writeTokens: WRITE_TOKENS, depth },
  theirs: ['-p', '0', '-n', `${WRITE_TOKENS}`, '-d', `${depth}`],
  goal: (threads) => (threads === 1 ? ONE_THREAD_GOAL : null),
})

const figures: Figure[] = [
  {
    what: `reading ${READ_TOKENS} tokens`,
    ours: { readTokens: READ_TOKENS },
    theirs: ['-p', `${READ_TOKENS}`, '-n', '0'],
    goal: () => READING_GOAL,
  },
  writing(0),
  writing(512),
]

const run = promisify(execFile)

/** One figure of llama-bench in tokens a second; it warms up by itself. */
async function reference(binary: string, model: string, threads: number, args: string[]): Promise<number> {
  const common = ['-m', model, '-t', `${threads}`, '-fa', '0', '-r', '1', '-o', 'json']
  const { stdout } = await run(binary, [...common, ...args], { maxBuffer: 10_000_000 })
  const [result] = JSON.parse(stdout) as { samples_ts: number[] }[]
  return median(result?.samples_ts ?? [])
}

async function ask(child: ChildProcess, request: SpeedRequest): Promise<number> {
  child.send(request)
  const [speed] = (await once(child, 'message')) as [number]
  return speed
}

async function startedChild(model: string, threads: number): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'llmSpeedProcess.ts'), [model, `${threads}`], {
    env: languageModelEnvironment(process.env),
  })
  await once(child, 'message')
  return child
}

interface Pair {
  ours: number[]
  theirs: number[]
}

function row(what: string, { ours, theirs }: Pair, goal: number | null): Row {
  // Each of ours over the one measured beside it: what else the machine did then cancels out.
  const ratio = median(ours.map((value, i) => value / (theirs[i] ?? Number.NaN)))
  return {
    what,
    against: `llama-bench, ${median(theirs).toFixed(0)} tokens/s`,
    value: median(ours),
    unit: 'tokens/s',
    ratio,
    ...(goal !== null && { goal: `≥ ${goal} ×`, met: ratio >= goal }),
  }
}

async function rowsFor(binary: string, model: string, threads: number): Promise<Row[]> {
  const child = await startedChild(model, threads)
  const pairs = new Map<Figure, Pair>(figures.map((figure) => [figure, { ours: [], theirs: [] }]))
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const [figure, pair] of pairs) {
        pair.theirs.push(await reference(binary, model, threads, figure.theirs))
        pair.ours.push(await ask(child, figure.ours))
      }
    }
  } finally {
    child.disconnect()
  }
  const by = `${threads} ${threads === 1 ? 'thread' : 'threads'}`
  return [...pairs].map(([figure, pair]) => row(`${figure.what}, ${by}`, pair, figure.goal(threads)))
}

export async function llmThroughput(): Promise<Row[]> {
  const model = benchModelPath()
  if (!model) return [{ what: 'language model throughput', skipped: noModel }]
  let binary: string
  try {
    binary = llamaBench()
  } catch (error) {
    if (!(error instanceof CannotBuild)) throw error
    return [{ what: 'language model throughput', skipped: error.message }]
  }
  return [...(await rowsFor(binary, model, 1)), ...(await rowsFor(binary, model, 2))]
}

if (import.meta.main) printRows(await llmThroughput())
