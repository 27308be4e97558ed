/** How busy the processors were between two looks at their counters. */

/** Time of one processor since the start of the machine, ms, as `os.cpus()` tells it. */
export interface CpuTimes {
  user: number
  nice: number
  sys: number
  idle: number
  irq: number
}

const busy = (times: CpuTimes) => times.user + times.nice + times.sys + times.irq
const sum = (all: readonly CpuTimes[], of: (times: CpuTimes) => number) =>
  all.reduce((total, times) => total + of(times), 0)

/** Busy share of all processors, 0–1; null when a processor came or went, or the counters went back. */
export function cpuShareBetween(before: readonly CpuTimes[], after: readonly CpuTimes[]): number | null {
  if (before.length === 0 || before.length !== after.length) return null
  const busyMs = sum(after, busy) - sum(before, busy)
  const idleMs = sum(after, (times) => times.idle) - sum(before, (times) => times.idle)
  const totalMs = busyMs + idleMs
  return busyMs < 0 || idleMs < 0 || totalMs === 0 ? null : busyMs / totalMs
}

/** What a battery says of itself; `acConnected` is missed on machines whose plug has an unusual name. */
export interface BatteryState {
  hasBattery: boolean
  isCharging: boolean
  acConnected: boolean
}

/** @param plugged what the system itself says of a plug; null when it does not. */
export function onBatteryFrom(battery: BatteryState, plugged: boolean | null): boolean {
  return battery.hasBattery && !battery.isCharging && !(plugged ?? battery.acConnected)
}
