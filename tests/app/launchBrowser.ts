/** The real browser host and a headless Chromium, as `npm start -- --print-link` and a person would start them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium } from 'playwright-core'
import { root } from './launchData.ts'

/** Null with a reason where there is no Chromium to drive. */
export const chromiumPath =
  [
    process.env.LULL_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => path && existsSync(path)) ?? null

export interface RunningHost {
  link: string
  child: ChildProcess
  /** Ends it as Ctrl+C does. @returns its exit code. */
  stop(): Promise<number | null>
}

/** @param preload a CommonJS file loaded first, there and in every Node process the host forks. */
export async function startHost(
  dataFolder: string,
  preload: { file: string; env: Record<string, string> } | null = null,
): Promise<RunningHost> {
  const child = spawn(
    process.execPath,
    [
      ...(preload ? ['--require', preload.file] : []),
      join(root, 'out/main/node.cjs'),
      '--print-link',
      '--data',
      dataFolder,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...process.env, LANG: 'en_GB.UTF-8', ...preload?.env },
    },
  )
  if (!child.stdout) throw new Error('the host has no output')
  const lines = createInterface(child.stdout)
  const link = await new Promise<string>((resolve) => lines.once('line', resolve))
  return {
    link,
    child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      child.kill('SIGINT')
      const [code] = (await once(child, 'exit')) as [number | null]
      return code
    },
  }
}

export function openChromium(): Promise<Browser> {
  // Root in a container has no sandbox to give; a person's browser does.
  return chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] })
}
