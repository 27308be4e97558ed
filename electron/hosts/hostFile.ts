/** How a second start finds the host that is already running, and asks it for a fresh link. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const ANSWER_PATIENCE_MS = 2_000

const hostNote = z.object({
  port: z.number().int().min(1).max(65_535),
  secret: z.string().min(40).max(80),
  pid: z.number().int().positive(),
})
export type HostNote = z.infer<typeof hostNote>

const noteAnswer = z.object({ link: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+\/open#[\w-]+$/) })

const notePath = (folder: string) => join(folder, 'host.json')

export function writeHostNote(folder: string, note: HostNote): void {
  // Written whole and then named, so that a reader never meets half of it.
  const draft = `${notePath(folder)}.${note.pid}`
  writeFileSync(draft, JSON.stringify(note), { mode: 0o600 })
  renameSync(draft, notePath(folder))
}

export function readHostNote(folder: string): HostNote | null {
  try {
    return hostNote.parse(JSON.parse(readFileSync(notePath(folder), 'utf8')))
  } catch {
    return null
  }
}

/** Removes the note if it is still ours. */
export function removeHostNote(folder: string, pid: number): void {
  if (readHostNote(folder)?.pid === pid) rmSync(notePath(folder), { force: true })
}

/** A fresh link from the host that runs on this data folder, or null when none answers. */
export async function linkOfRunningHost(folder: string): Promise<string | null> {
  const note = readHostNote(folder)
  if (!note) return null
  try {
    const answer = await fetch(`http://127.0.0.1:${note.port}/link`, {
      method: 'POST',
      headers: { authorization: `Bearer ${note.secret}` },
      signal: AbortSignal.timeout(ANSWER_PATIENCE_MS),
    })
    return answer.ok ? noteAnswer.parse(await answer.json()).link : null
  } catch {
    return null
  }
}
