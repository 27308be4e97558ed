/** How hard the computer works: processors, memory, and how late our own loop runs. */
import { cpus, freemem, totalmem } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type CpuTimes, cpuShareBetween } from '../../../../core/presence/machineLoad.ts'
import { askEveryMs } from '../../../../core/presence/sensorPace.ts'
import { startRounds } from '../rounds.ts'
import { PowerAndHeatSource } from './powerAndHeat.ts'
import type { RunningSensor, SensorContext } from './sensorContext.ts'

/** Ten looks a second at the loop: finer ones would wake the processor more often than all the rest of Lull. */
const LOOP_STEP_MS = 100
const NS_PER_MS = 1e6

const cpuTimes = (): CpuTimes[] => cpus().map((cpu) => cpu.times)

export function startMachine(context: SensorContext, log: (event: string) => void): RunningSensor {
  const { clock, sink, report, isAway } = context
  const slow = new PowerAndHeatSource(context, log)
  const loop = monitorEventLoopDelay({ resolution: LOOP_STEP_MS })
  loop.enable()
  let before = cpuTimes()
  let isFirst = true

  const look = async () => {
    const after = cpuTimes()
    const cpuShare = cpuShareBetween(before, after)
    before = after
    // The delay holds the step itself; without any step counted there is nothing to tell.
    const loopLagMs = loop.count > 0 ? Math.max(0, Math.round(loop.max / NS_PER_MS) - LOOP_STEP_MS) : null
    loop.reset()
    const memoryShare = 1 - freemem() / totalmem()
    // What was counted before the first look is the time between two lines of code.
    const fast = isFirst ? { cpuShare: null, loopLagMs: null } : { cpuShare, loopLagMs }
    isFirst = false
    report('os', { state: 'answers' })
    sink.machine({ atMs: clock.now(), ...fast, memoryShare, ...(await slow.now()) })
  }
  const rounds = startRounds({ clock, everyMs: () => askEveryMs('machine', isAway()), look })
  return {
    soon: rounds.soon,
    stop() {
      rounds.stop()
      loop.disable()
    },
  }
}
