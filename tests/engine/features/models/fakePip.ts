/** A program called python3 that answers like pip, so that finding, running and stopping one is tested for real. */
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface FakePip {
  /** Environment whose PATH holds only this pip (and, below it, nothing else). */
  env: NodeJS.ProcessEnv
  /** The arguments of every call, in order. */
  calls(): Promise<string[][]>
  /** Environment variables of the last call. */
  lastEnv(): Promise<Record<string, string>>
}

export interface FakePipBehaviour {
  /** Wheel to hand out; none = fail with `says` and exit 1. */
  wheel?: Buffer
  says?: string
  /** Write half the wheel, a line on stdout, and then wait to be stopped. */
  hangs?: boolean
  /** Answer `--version` as a Python without pip does. */
  withoutPip?: boolean
  name?: string
}

export async function fakePip(behaviour: FakePipBehaviour): Promise<FakePip> {
  const root = await mkdtemp(join(tmpdir(), 'lull-pip-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const bin = join(root, 'bin')
  await mkdir(bin)
  await writeFile(join(root, 'answer.whl'), behaviour.wheel ?? '')
  await writeFile(join(root, 'calls'), '')
  const program = join(bin, behaviour.name ?? 'python3')
  await writeFile(program, `#!${process.execPath}\n${script(root, behaviour)}`)
  await chmod(program, 0o755)
  return {
    env: { PATH: bin, LULL_KEY: 'secret', PIP_INDEX_URL: 'https://mirror.example/simple' },
    async calls() {
      const text = await readFile(join(root, 'calls'), 'utf8')
      return text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    },
    async lastEnv() {
      return JSON.parse(await readFile(join(root, 'env'), 'utf8'))
    },
  }
}

const script = (root: string, behaviour: FakePipBehaviour) => `
const { appendFileSync, copyFileSync, readFileSync, writeFileSync } = require('node:fs')
const args = process.argv.slice(2)
appendFileSync(${JSON.stringify(join(root, 'calls'))}, JSON.stringify(args) + '\\n')
writeFileSync(${JSON.stringify(join(root, 'env'))}, JSON.stringify(process.env))
const behaviour = ${JSON.stringify({ ...behaviour, wheel: behaviour.wheel !== undefined })}
if (behaviour.withoutPip) {
  process.stderr.write('python3: No module named pip\\n')
  process.exit(1)
}
if (args.includes('--version')) {
  process.stdout.write('pip 25.1 from /somewhere (python 3.13)\\n')
  process.exit(0)
}
const dest = args[args.indexOf('--dest') + 1]
if (behaviour.hangs) {
  const whole = readFileSync(${JSON.stringify(join(root, 'answer.whl'))})
  writeFileSync(process.env.TMPDIR + '/growing', whole.subarray(0, whole.length / 2))
  setInterval(() => {}, 1000)
} else if (behaviour.wheel) {
  copyFileSync(${JSON.stringify(join(root, 'answer.whl'))}, dest + '/small-1.0-py3-none-any.whl')
} else {
  process.stderr.write(behaviour.says + '\\n')
  process.exit(1)
}
`
