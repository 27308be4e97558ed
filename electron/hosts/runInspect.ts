/** `npm run --silent inspect -- chat|triage|hrv|body|day|lights`: builds if needed, then opens the inspecting door with our own stdin and stdout. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { appFolder } from './appFolder.ts'
import { ensureBuilt } from './build.ts'
import { say } from './say.ts'

const { root } = appFolder()

try {
  await ensureBuilt(root)
  const door = join(root, 'out/main/inspect.cjs')
  const child = spawn(process.execPath, [door, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.once('exit', (code) => process.exit(code ?? 1))
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
