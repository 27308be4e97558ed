/** Presence as it is told: what is known, which sensors look, and whether anything senses at all. */
import type { PresenceSnapshot } from '../../../contract/presence.ts'
import type { Known } from '../../../core/presence/fact.ts'
import type { Presence } from '../../../core/presence/presenceFrom.ts'
import type { SensingPlan } from '../../../core/presence/sensingPlan.ts'
import { SENSOR_IDS, type SensorCondition, type SensorId } from '../../../core/presence/sensor.ts'
import type { Standing } from '../../../core/presence/standing.ts'

export interface SnapshotParts {
  presence: Presence
  standing: Standing
  plan: SensingPlan
  allowed: Readonly<Record<SensorId, boolean>>
  conditions: ReadonlyMap<SensorId, SensorCondition>
  lastAtMs: ReadonlyMap<SensorId, number>
  isDeviceRunning: boolean
}

const OFF: SensorCondition = { state: 'off' }
const STARTING: SensorCondition = { state: 'starting' }

function told<Value>(known: Known<Value>): Known<Value> {
  return { ...known, sinceMs: known.sinceMs === null ? null : Math.max(0, known.sinceMs) }
}

function sensingOf({ plan, isDeviceRunning }: SnapshotParts): PresenceSnapshot['sensing'] {
  if (plan.pause) return { state: 'paused', until: plan.pause.until }
  return { state: plan.wanted.size > 0 || isDeviceRunning ? 'on' : 'off', until: null }
}

export function presenceSnapshot(parts: SnapshotParts): PresenceSnapshot {
  const { presence, plan, conditions } = parts
  return {
    activity: told(presence.activity),
    inCall: told(presence.inCall),
    sharing: told(presence.sharing),
    fullScreen: told(presence.fullScreen),
    doNotDisturb: told(presence.doNotDisturb),
    standing: parts.standing,
    sensing: sensingOf(parts),
    sensors: SENSOR_IDS.map((sensor) => ({
      sensor,
      allowed: parts.allowed[sensor],
      weightless: plan.weightless.has(sensor),
      condition: plan.wanted.has(sensor) ? (conditions.get(sensor) ?? STARTING) : OFF,
      lastAtMs: parts.lastAtMs.get(sensor) ?? null,
    })),
  }
}

/** Equal for snapshots between which nothing really changed: a newer reading of the same is no change. */
export function snapshotKey(snapshot: PresenceSnapshot): string {
  const { activity, inCall, sharing, fullScreen, doNotDisturb, standing, sensing, sensors } = snapshot
  const values = `${activity.value} ${inCall.value} ${sharing.value} ${fullScreen.value} ${doNotDisturb.value}`
  const states = sensors.map(
    ({ allowed, weightless, condition }) => `${allowed} ${weightless} ${conditionKey(condition)}`,
  )
  return `${values} ${standing} ${sensing.state} ${sensing.until} ${states.join()}`
}

/** Asked at every reading, and for most sensors the same one as before. */
const keys = new WeakMap<SensorCondition, string>()

function conditionKey(condition: SensorCondition): string {
  const known = keys.get(condition)
  if (known !== undefined) return known
  const key = JSON.stringify(condition)
  keys.set(condition, key)
  return key
}
