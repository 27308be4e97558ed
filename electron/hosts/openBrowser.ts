/** Opens an address in the person's browser, and says whether that could work at all. */
import { spawn } from 'node:child_process'

export interface BrowserCommand {
  command: string
  args: string[]
}

/** The command that opens a link here, or null where no browser can be shown. LULL_BROWSER wins ("none" = print). */
export function browserCommand(
  link: string,
  env: Record<string, string | undefined>,
  platform: NodeJS.Platform,
): BrowserCommand | null {
  if (env.LULL_BROWSER === 'none') return null
  if (env.LULL_BROWSER) return { command: env.LULL_BROWSER, args: [link] }
  if (platform === 'darwin') return { command: 'open', args: [link] }
  // The empty title keeps `start` from taking the link for one.
  if (platform === 'win32') return { command: 'cmd', args: ['/c', 'start', '""', link] }
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return null
  return { command: 'xdg-open', args: [link] }
}

/** @returns false when there is no browser to open: then the link is to be printed. */
export function openBrowser(link: string): Promise<boolean> {
  const found = browserCommand(link, process.env, process.platform)
  if (!found) return Promise.resolve(false)
  return new Promise((resolve) => {
    const child = spawn(found.command, found.args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    // Openers end at once with their verdict; a browser itself stays.
    const patience = setTimeout(() => resolve(true), 3_000)
    child.once('exit', (code) => {
      clearTimeout(patience)
      resolve(code === 0)
    })
    child.unref()
  })
}
