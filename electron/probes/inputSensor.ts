/** The sensor of the input probe: counts by the minute, and nothing about the keys themselves. */
import { type Unable, unable } from './ability.ts'
import { InputCounter } from './inputCounter.ts'
import { hookInto, hookProblem } from './inputHook.ts'
import { cannot, nothingToStop, type SensorParts, type StartSensor } from './sensorRun.ts'

const MINUTE_MS = 60_000
/** A permission may be given while we run, and nobody tells. */
const ASK_AGAIN_EVERY_MS = 30_000

export interface InputHook {
  problem(): Promise<Unable | null>
  /** @throws when the hook does not start. */
  into(counter: InputCounter): Promise<() => void>
}

export function systemHook(platform: string, env: Readonly<Record<string, string | undefined>>): InputHook {
  return { problem: () => hookProblem(platform, env), into: hookInto }
}

export function inputSensor(hook: InputHook): StartSensor {
  return async (parts) => {
    const problem = await hook.problem()
    if (!problem) return counted(hook, parts)
    parts.post(cannot('input', problem))
    return problem.problem === 'permission_missing' ? onceAllowed(hook, parts) : nothingToStop
  }
}

async function counted(hook: InputHook, parts: SensorParts): Promise<() => void> {
  const counter = new InputCounter()
  try {
    const unhook = await hook.into(counter)
    parts.post({ type: 'running', sensor: 'input', source: 'uiohook' })
    const stopTelling = tellByMinute(counter, parts)
    return () => {
      stopTelling()
      unhook()
    }
  } catch {
    parts.post(cannot('input', unable('not_installed', 'uiohook')))
    return nothingToStop
  }
}

/** Asks again now and then, and counts from the moment nothing is in the way. */
function onceAllowed(hook: InputHook, parts: SensorParts): () => void {
  let isStopped = false
  let stop = nothingToStop
  const ask = async () => {
    if (await hook.problem()) stop = parts.clock.after(ASK_AGAIN_EVERY_MS, ask)
    else stop = await counted(hook, parts)
    if (isStopped) stop()
  }
  stop = parts.clock.after(ASK_AGAIN_EVERY_MS, ask)
  return () => {
    isStopped = true
    stop()
  }
}

/** At each full minute, so that counts belong to one minute; the first stretch is shorter. */
function tellByMinute(counter: InputCounter, { clock, post }: SensorParts): () => void {
  let fromMs = clock.now()
  const tell = () => {
    const toMs = clock.now()
    // The clock may have been set back.
    post({ type: 'input', counts: counter.take(Math.min(fromMs, toMs), toMs) })
    fromMs = toMs
    cancel = clock.after(MINUTE_MS - (toMs % MINUTE_MS), tell)
  }
  let cancel = clock.after(MINUTE_MS - (fromMs % MINUTE_MS), tell)
  return () => cancel()
}
