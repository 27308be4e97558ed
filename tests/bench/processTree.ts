/** Memory, processor time and wake-ups of a process and everything below it, read from Linux's /proc. */
import { readdirSync, readFileSync } from 'node:fs'

/** Jiffies a second on every Linux that runs Electron. */
const JIFFIES_PER_SECOND = 100

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Ids of `rootPid` and all its descendants. */
export function processTree(rootPid: number): number[] {
  const childrenOf = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    const stat = Number.isInteger(pid) ? read(`/proc/${name}/stat`) : null
    if (!stat) continue
    // The command may hold spaces and brackets: fields are counted from its last bracket.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), pid])
  }
  const tree: number[] = []
  const queue = [rootPid]
  for (let pid = queue.shift(); pid !== undefined; pid = queue.shift()) {
    tree.push(pid)
    queue.push(...(childrenOf.get(pid) ?? []))
  }
  return tree
}

export interface TreeReading {
  processes: number
  /** Proportional set size of the whole tree in MiB: shared pages are counted once. */
  pssMiB: number
  cpuSeconds: number
  contextSwitches: number
}

export function readTree(rootPid: number): TreeReading {
  const reading: TreeReading = { processes: 0, pssMiB: 0, cpuSeconds: 0, contextSwitches: 0 }
  for (const pid of processTree(rootPid)) {
    const rollup = read(`/proc/${pid}/smaps_rollup`)
    const stat = read(`/proc/${pid}/stat`)
    if (!stat) continue
    reading.processes += 1
    reading.pssMiB += Number(rollup?.match(/^Pss:\s+(\d+)/m)?.[1] ?? 0) / 1024
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    reading.cpuSeconds += (Number(fields[11]) + Number(fields[12])) / JIFFIES_PER_SECOND
    try {
      for (const task of readdirSync(`/proc/${pid}/task`)) {
        const status = read(`/proc/${pid}/task/${task}/status`) ?? ''
        for (const match of status.matchAll(/ctxt_switches:\s+(\d+)/g)) {
          reading.contextSwitches += Number(match[1])
        }
      }
    } catch {
      // The process ended between two reads.
    }
  }
  return reading
}
