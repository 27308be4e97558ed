/** Programs a person chose: told what happens, kept from what is Lull's, and unable to hang, flood or outstay. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  createRunOwnCommand,
  ownCommandEnvironment,
} from '../../../../electron/engine/devices/system/ownCommand.ts'
import { systemClock } from '../../../../electron/hosts/systemClock.ts'
import { temporaryFolder } from '../../engineParts.ts'

const node = process.execPath
const runner = (endedAfterMs = 10_000, env: NodeJS.ProcessEnv = process.env) =>
  createRunOwnCommand({ clock: systemClock, env, endedAfterMs })
const running = (script: string, ...given: string[]) => runner()([node, '-e', script, ...given], {})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A dead child nobody has waited for is still listed.
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isSo(); tries++) await new Promise((next) => setTimeout(next, 10))
  expect(isSo()).toBe(true)
}

describe('a command', () => {
  test('is told of the break, and its words come back', async () => {
    const script = `
      const { LULL_EVENT, LULL_BREAK_KIND, LULL_BREAK_SECONDS } = process.env
      console.log(LULL_EVENT, LULL_BREAK_KIND, LULL_BREAK_SECONDS)
      console.error('and this')`
    const environment = { LULL_EVENT: 'start', LULL_BREAK_KIND: 'micro', LULL_BREAK_SECONDS: '120' }
    const result = await runner()([node, '-e', script], environment)
    expect(result).toMatchObject({ outcome: 'done', exitCode: 0, outputCut: false })
    expect(result.output).toContain('start micro 120')
    expect(result.output).toContain('and this')
  })

  test('takes its arguments as they are: there is no shell', async () => {
    const strange = ['$(touch /tmp/x)', '; rm -rf ~', '*', '`id`', 'a "b"', '']
    const { output } = await running('console.log(JSON.stringify(process.argv.slice(1)))', '--', ...strange)
    expect(JSON.parse(output)).toEqual(strange)
  })

  test('that fails says how', async () => {
    expect(await running('process.exit(1)')).toMatchObject({ outcome: 'failed', exitCode: 1, output: '' })
    expect(await running('process.kill(process.pid, "SIGTERM")')).toMatchObject({
      outcome: 'failed',
      exitCode: null,
    })
  })

  test('that is not there, or is no program, says so', async () => {
    const folder = temporaryFolder()
    const plain = join(folder, 'plain.txt')
    writeFileSync(plain, 'words\n')
    const run = runner()
    expect(await run([join(folder, 'missing')], {})).toMatchObject({ outcome: 'missing' })
    expect(await run(['no-such-program-anywhere'], {})).toMatchObject({ outcome: 'missing' })
    expect(await run([plain], {})).toMatchObject({ outcome: 'not_allowed' })
    expect(await run([folder], {})).toMatchObject({ outcome: 'not_allowed' })
    chmodSync(plain, 0o755)
    expect((await run([plain], {})).outcome).not.toBe('done')
    expect(await run([`${node}\0`], {})).toMatchObject({ exitCode: null, output: '' })
    expect(await run([], {})).toMatchObject({ outcome: 'failed' })
  })

  test('that hangs is ended, with everything it started', async () => {
    const folder = temporaryFolder()
    const pids = join(folder, 'pids')
    const script = `
      const { spawn } = require('node:child_process')
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })
      require('node:fs').writeFileSync(${JSON.stringify(pids)}, process.pid + ' ' + child.pid)
      process.on('SIGTERM', () => {})
      console.log('before it hangs')
      setInterval(() => {}, 1000)`
    const running = runner(1500)([node, '-e', script], {})
    await until(() => existsSync(pids) && readFileSync(pids, 'utf8').includes(' '))
    expect(await running).toMatchObject({ outcome: 'timed_out', exitCode: null, output: 'before it hangs\n' })
    const [own = 0, child = 0] = readFileSync(pids, 'utf8').split(' ').map(Number)
    await until(() => !isAlive(own) && !isAlive(child))
  })

  test('that leaves something running behind it is over when it is over itself', async () => {
    const script = `
      const { spawn } = require('node:child_process')
      const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'inherit' })
      child.unref()
      console.log(child.pid)
      process.exit(0)`
    const startedAt = performance.now()
    const result = await running(script)
    const left = Number(result.output)
    onTestFinished(() => {
      if (isAlive(left)) process.kill(left, 'SIGKILL')
    })
    expect(result).toMatchObject({ outcome: 'done', exitCode: 0 })
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })

  test('that prints a gigabyte is ended after one of its thousand megabytes', async () => {
    const before = process.memoryUsage().rss
    const script = `
      const chunk = Buffer.alloc(1 << 20, 'x')
      let left = 1024
      const go = () => { while (left-- > 0) if (!process.stdout.write(chunk)) return process.stdout.once('drain', go) }
      go()`
    const result = await running(script)
    expect(result).toMatchObject({ outcome: 'too_much', outputCut: true })
    expect(result.output).toBe('x'.repeat(2000))
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
  })

  test('says nothing that could mislead whoever reads it', async () => {
    const { output, outputCut } = await running(
      String.raw`process.stdout.write('\x1b[31mred\x07 \u202egood\u202c\r\nfine\ttoo \ud83d\ude00')`,
    )
    expect(output).toBe('[31mred good\nfine\ttoo 😀')
    expect(outputCut).toBe(false)
    const long = await running('process.stdout.write("é".repeat(2001))')
    expect(long).toMatchObject({ output: 'é'.repeat(2000), outputCut: true, outcome: 'done' })
  })
})

test("what is Lull's own is not handed on, and everything else is", async () => {
  const env = { ...process.env, LULL_KEY: 'secret', LULL_DATA: '/x', ELECTRON_RUN_AS_NODE: '1', MINE: 'yes' }
  const names = Object.keys(ownCommandEnvironment(env))
  expect(names.filter((name) => /LULL|ELECTRON/.test(name))).toEqual([])
  const script = `
    const { LULL_KEY, LULL_DATA, ELECTRON_RUN_AS_NODE, MINE, PATH, LULL_EVENT } = process.env
    console.log(JSON.stringify([LULL_KEY, LULL_DATA, ELECTRON_RUN_AS_NODE, MINE, !!PATH, LULL_EVENT]))`
  const { output } = await runner(10_000, env)([node, '-e', script], { LULL_EVENT: 'end' })
  expect(JSON.parse(output)).toEqual([null, null, null, 'yes', true, 'end'])
})
