/** Brings an order to the Lull that runs on a data folder; starts none. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { orderRunningHost } from './hostFile.ts'
import { orderOf } from './order.ts'
import { say } from './say.ts'

/** Exit codes of an order; 0: done. */
export const REFUSED = 1
export const WRONG_USAGE = 2
export const NOT_RUNNING = 3

/** A second Electron only hands over and ends. */
const HAND_OVER_WITHIN_MS = 15_000

export interface ElectronCommand {
  path: string
  /** Up to and with the folder of the app. */
  args: string[]
}

/** @param electron null where there is none, or no display for one: then none runs. @returns the exit code. */
export async function giveOrder(
  words: readonly string[],
  folder: string,
  electron: ElectronCommand | null,
): Promise<number> {
  const asked = orderOf(words)
  if ('problem' in asked) {
    say(asked.problem)
    return WRONG_USAGE
  }
  // Where nothing was ever kept nothing runs, and nothing is made by asking.
  if (existsSync(join(folder, 'lull.db'))) {
    const answer = await orderRunningHost(folder, words)
    if (answer) {
      process.stdout.write(`${answer.line}\n`)
      return answer.code
    }
    const code = electron ? await handedOver(electron, words, folder) : NOT_RUNNING
    if (code === 0) process.stdout.write('Lull has been told.\n')
    if (code !== NOT_RUNNING) return code
  }
  say('Lull is not running. Start it with "npm start".')
  return NOT_RUNNING
}

async function handedOver(
  { path, args }: ElectronCommand,
  words: readonly string[],
  folder: string,
): Promise<number> {
  const child = spawn(path, [...args, ...words], {
    stdio: 'ignore',
    env: { ...process.env, LULL_DATA: folder },
  })
  const code = await ended(child)
  if (code === 0 || code === NOT_RUNNING) return code
  say('Lull could not be reached.')
  return REFUSED
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), HAND_OVER_WITHIN_MS)
    const finish = (code: number | null) => {
      clearTimeout(timer)
      resolve(code)
    }
    child.once('error', () => finish(null))
    child.once('exit', finish)
  })
}
