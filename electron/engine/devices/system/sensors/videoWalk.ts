/** Looks which cameras the own processes hold open, a few milliseconds at a time. */
import { type Dirent, readdirSync, readlinkSync } from 'node:fs'
import { setImmediate as breathe } from 'node:timers/promises'
import { isVideoDevice, type VideoHolders } from '../../../../core/presence/videoHolders.ts'
import type { SystemFolders } from './sensorContext.ts'

/** More than a desktop ever has; beyond it the answer is "not known" rather than a stall. */
const MOST_PROCESSES = 4_000
const MOST_LINKS = 200_000
/** The engine's other work waits no longer than this. */
const MOST_AT_ONCE_MS = 4

function namesIn(folder: string): string[] | null {
  try {
    return readdirSync(folder)
  } catch {
    // Processes of others, and those that ended meanwhile.
    return null
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

function devicesIn(folder: string): number | null {
  try {
    const entries: Dirent[] = readdirSync(folder, { withFileTypes: true })
    return entries.filter((entry) => isVideoDevice(`${folder}/${entry.name}`, folder)).length
  } catch {
    return null
  }
}

/** What was found, and what finding it cost. */
export interface VideoWalk extends VideoHolders {
  /** Time our own loop was busy with it. */
  spentMs: number
}

/** Reading links of /proc touches no disk, so it may be done at once and costs a tenth of asking a thread for it. */
export async function videoWalk({ proc, dev }: Pick<SystemFolders, 'proc' | 'dev'>): Promise<VideoWalk> {
  const devices = devicesIn(dev)
  if (devices === 0) return { devices, isHeld: false, isWhole: true, spentMs: 0 }
  const processes = (namesIn(proc) ?? []).filter((name) => /^\d+$/.test(name))
  let [links, spentMs, beganMs] = [0, 0, performance.now()]
  const found = (isHeld: boolean, isWhole: boolean): VideoWalk => {
    return { devices, isHeld, isWhole, spentMs: spentMs + performance.now() - beganMs }
  }
  for (const process of processes.slice(0, MOST_PROCESSES)) {
    const folder = `${proc}/${process}/fd`
    const names = namesIn(folder) ?? []
    links += names.length
    if (links > MOST_LINKS) return found(false, false)
    if (names.some((name) => isVideoDevice(linkOf(`${folder}/${name}`), dev))) return found(true, false)
    const sinceMs = performance.now() - beganMs
    if (sinceMs < MOST_AT_ONCE_MS) continue
    spentMs += sinceMs
    await breathe()
    beganMs = performance.now()
  }
  return found(false, links > 0 && processes.length <= MOST_PROCESSES)
}
