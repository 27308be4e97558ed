/** The processes below one, to kill, to hold still, and to see that none stays behind. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

export interface Running {
  pid: number
  args: string
}

/** Every process below one, read from the system. */
export function descendants(pid: number): Running[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args=']).toString().trim().split('\n')
  const all = lines.map((line) => {
    const [, own = '', parent = '', args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return { pid: Number(own), parent: Number(parent), args }
  })
  const below = (parent: number): Running[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)])
  return below(pid)
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  // A zombie waits for its parent to notice, and runs no more.
  if (process.platform !== 'linux') return true
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

export interface ModelProcess {
  pid: number
  hold(): void
  letGo(): void
  /** As the system does when memory runs out. */
  kill(): void
}

/** The language model of an app, as soon as it is there. */
export async function modelProcess(pid: number): Promise<ModelProcess> {
  const find = () => descendants(pid).find(({ args }) => args.includes('llm.cjs'))
  let found = find()
  const look = () => {
    found ??= find()
    return found
  }
  await expect.poll(look, { timeout: 20_000, interval: 5 }).toBeDefined()
  if (!found) throw new Error('the model process is gone')
  const own = found.pid
  return {
    pid: own,
    hold: () => process.kill(own, 'SIGSTOP'),
    letGo: () => process.kill(own, 'SIGCONT'),
    kill: () => process.kill(own, 'SIGKILL'),
  }
}

/**
 * Holds the language model of an app still as soon as it is there, so that a test can act in the middle of a
 * reply. @returns a function that lets it go on.
 */
export async function heldModel(pid: number): Promise<() => void> {
  const model = await modelProcess(pid)
  model.hold()
  return model.letGo
}
