/** A real X server of a test's own, and whether this machine has one. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import koffi from 'koffi'

/** What the input hook and our own idle question link to. */
const LIBRARIES = ['libX11.so.6', 'libXss.so.1', 'libXtst.so.6', 'libXt.so.6', 'libXrandr.so.2']

function missing(): string | null {
  if (process.platform !== 'linux') return 'this is not Linux'
  if (spawnSync('Xvfb', ['-help']).error) return 'Xvfb is not installed'
  const absent = LIBRARIES.filter((name) => {
    try {
      koffi.load(name)
      return false
    } catch {
      return true
    }
  })
  return absent.length > 0 ? `${absent.join(', ')} not installed` : null
}

/** Why tests with real windows are skipped, or null. */
export const xServerMissing = missing()
if (xServerMissing) process.stderr.write(`Tests with real X11 windows are skipped: ${xServerMissing}.\n`)

export interface XServer {
  /** Our environment with this server as its only display. */
  env: NodeJS.ProcessEnv
  stop(): Promise<void>
}

/** @param without names of extensions it should lack. */
export async function startXServer(...without: string[]): Promise<XServer> {
  const lacks = without.flatMap((name) => ['-extension', name])
  const options = ['-displayfd', '3', '-screen', '0', '640x480x24', '-nolisten', 'tcp', '-noreset', ...lacks]
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const gone = once(server, 'exit')
  const displayPipe = server.stdio[3]
  if (!displayPipe) throw new Error('no pipe')
  const [said] = (await Promise.race([once(displayPipe, 'data'), gone])) as [Buffer | number | null]
  if (!Buffer.isBuffer(said)) throw new Error(`Xvfb did not start: ${said}`)
  return {
    env: displayEnv(`:${said.toString().trim()}`),
    async stop() {
      server.kill()
      await gone
    },
  }
}

/** Our environment with another display, or none. */
export function displayEnv(display: string | null): NodeJS.ProcessEnv {
  const { DISPLAY, WAYLAND_DISPLAY, XDG_SESSION_TYPE, ...env } = process.env
  return display === null ? env : { ...env, DISPLAY: display }
}
