/** Where Windows keeps its own commands. */
import type { Environment } from './runCommand.ts'

/** Windows may live on another drive; a value of another shape is not believed. */
export function consoleFolder(env: Environment): string {
  const root = env.SystemRoot ?? ''
  return `${/^[A-Z]:\\Windows$/i.test(root) ? root : 'C:\\Windows'}\\System32`
}
