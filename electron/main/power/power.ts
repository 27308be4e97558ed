/** Tells the engine whether input is used, the screen locked or the machine asleep, as far as Electron knows. */
import { powerMonitor } from 'electron'
import type { EngineClient } from '../../contract/index.ts'
import type { FactReport } from '../../contract/presence.ts'
import { displaySystem } from '../../core/presence/displaySystem.ts'
import { eventReading, planLook, type SystemFacts, type Told } from './planLook.ts'

/** After a sign of life this long after falling asleep, the machine is awake, whether or not its waking was told. */
const ASLEEP_AT_LEAST_MS = 30_000

export interface Power {
  /** Reports to this engine from now on, all that is known first. */
  reportTo(client: EngineClient): void
  /** While the engine waits for a gap in the input, it is told of it every two seconds; not while asleep or locked. */
  lookCloser(isWanted: boolean): void
  stop(): void
}

export function watchPower(): Power {
  let client: EngineClient | null = null
  let told: Told | null = null
  let timer: NodeJS.Timeout | undefined
  let isCloser = false
  /** The last event of each fact; whoever runs is awake. */
  const happened = new Map([['asleep', eventReading('asleep', false, Date.now())]])
  const isSo = (fact: 'asleep' | 'locked') => happened.get(fact)?.value === true
  const isAway = ({ locked }: SystemFacts) => isSo('asleep') || (locked ?? isSo('locked'))

  const note = (fact: 'locked' | 'asleep', value: boolean): FactReport => {
    const event = eventReading(fact, value, Date.now())
    happened.set(fact, event)
    // What was polled before a sleep belongs to another time.
    if (fact === 'asleep') told = null
    return event
  }
  const look = (events: FactReport[] = []) => {
    if (!client) return
    clearTimeout(timer)
    const facts = systemFacts()
    const nowMs = Date.now()
    const woke = isUsedAgain(happened.get('asleep'), facts, nowMs) ? [note('asleep', false)] : []
    const planned = planLook(facts, told, nowMs, isCloser && !isAway(facts))
    told = planned.told
    const readings = [...events, ...woke, ...planned.readings]
    // An engine that is gone is told everything again when it is back.
    if (readings.length > 0) client.presence.report({ readings }).catch(() => {})
    timer = setTimeout(look, planned.nextLookMs)
  }
  const happen = (fact: 'locked' | 'asleep', value: boolean) => look([note(fact, value)])
  powerMonitor.on('suspend', () => happen('asleep', true))
  powerMonitor.on('resume', () => happen('asleep', false))
  powerMonitor.on('lock-screen', () => happen('locked', true))
  powerMonitor.on('unlock-screen', () => happen('locked', false))

  return {
    reportTo(next) {
      client = next
      told = null
      look([...happened.values()].map((event) => ({ ...event, atMs: Date.now() })))
    },
    lookCloser(isWanted) {
      if (isWanted === isCloser) return
      isCloser = isWanted
      // Ends the wait that is going on, in either direction.
      look()
    },
    stop() {
      client = null
      clearTimeout(timer)
    },
  }
}

function isUsedAgain(asleep: FactReport | undefined, { idleSeconds }: SystemFacts, nowMs: number): boolean {
  if (asleep?.value !== true || idleSeconds === null) return false
  return nowMs - asleep.atMs >= ASLEEP_AT_LEAST_MS && nowMs - idleSeconds * 1000 > asleep.atMs
}

function systemFacts(): SystemFacts {
  // Wayland does not tell applications, and Chromium then says 0 instead of nothing.
  const isWayland = displaySystem(process.platform, process.env) === 'wayland'
  return { idleSeconds: isWayland ? null : powerMonitor.getSystemIdleTime(), locked: polledLock() }
}

/** Asked beside the events, for one that is missed would hold for a day. On Linux Electron knows of no lock. */
function polledLock(): boolean | null {
  if (process.platform === 'linux') return null
  const state = powerMonitor.getSystemIdleState(1)
  return state === 'unknown' ? null : state === 'locked'
}
