/** Runs a command of the system by its absolute path: no shell, no PATH, no more than two seconds or four megabytes. */
import { execFile } from 'node:child_process'
import { isAbsolute, win32 } from 'node:path'
import { ANSWER_WITHIN_MS, NoAnswerError } from '../question.ts'

/** What it wrote to stdout. Rejects when it is not there or fails; with NoAnswerError when it takes too long. */
export type RunCommand = (file: string, args: readonly string[]) => Promise<string>

/** A sound graph of a large studio is below one megabyte. */
const MOST_OUTPUT_BYTES = 4 * 1024 * 1024

/** Where the session's services are, and nothing that could change what a command loads. */
const PASSED_ON = [
  'HOME',
  'XDG_RUNTIME_DIR',
  'XDG_CONFIG_HOME',
  'XDG_DATA_DIRS',
  'XDG_CURRENT_DESKTOP',
  'DBUS_SESSION_BUS_ADDRESS',
  'PULSE_SERVER',
  'PULSE_RUNTIME_PATH',
  'PIPEWIRE_REMOTE',
  'PIPEWIRE_RUNTIME_DIR',
  'DCONF_PROFILE',
  'SystemRoot',
] as const

export type Environment = Readonly<Record<string, string | undefined>>

export function commandEnvironment(env: Environment): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => {
    const value = env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  // Plain text is only read in English.
  return { ...Object.fromEntries(passed), LC_ALL: 'C' }
}

export function commandRunner(env: Environment): RunCommand {
  const options = {
    env: commandEnvironment(env),
    timeout: ANSWER_WITHIN_MS,
    killSignal: 'SIGKILL',
    maxBuffer: MOST_OUTPUT_BYTES,
    windowsHide: true,
  } as const
  return (file, args) =>
    new Promise((resolve, reject) => {
      if (!isAbsolute(file) && !win32.isAbsolute(file)) throw new Error('A command needs its absolute path.')
      const child = execFile(file, [...args], options, (error, stdout) => {
        if (!error) resolve(stdout)
        else reject(error.killed && error.code === null ? new NoAnswerError('A command hangs.') : error)
      })
      child.stdin?.end()
    })
}
