/** How a second start finds the host that is already running, and asks it for a fresh link or brings it an order. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const ANSWER_PATIENCE_MS = 2_000
const ORDER_PATIENCE_MS = 5_000

const hostNote = z.object({
  port: z.number().int().min(1).max(65_535),
  secret: z.string().min(40).max(80),
  pid: z.number().int().positive(),
})
export type HostNote = z.infer<typeof hostNote>

const noteAnswer = z.object({ link: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+\/open#[\w-]+$/) })

const orderAnswer = z.object({
  code: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  line: z.string().max(2_000),
})

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
  const answer = await asked(folder, '/link', ANSWER_PATIENCE_MS)
  return noteAnswer.safeParse(answer).data?.link ?? null
}

/** What the host that runs on this data folder says to an order, or null when none answers. */
export async function orderRunningHost(
  folder: string,
  words: readonly string[],
): Promise<z.infer<typeof orderAnswer> | null> {
  const answer = await asked(folder, '/order', ORDER_PATIENCE_MS, JSON.stringify(words))
  return orderAnswer.safeParse(answer).data ?? null
}

async function asked(folder: string, path: string, patienceMs: number, body?: string): Promise<unknown> {
  const note = readHostNote(folder)
  if (!note) return null
  try {
    const answer = await fetch(`http://127.0.0.1:${note.port}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${note.secret}` },
      signal: AbortSignal.timeout(patienceMs),
      ...(body === undefined ? {} : { body }),
    })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
