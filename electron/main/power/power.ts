/** Tells the engine when the person is away, the screen locked or the machine about to sleep. */
import { powerMonitor } from 'electron'
import type { EngineClient } from '../../contract/index.ts'
import type { PresenceState } from '../../contract/presence.ts'
import { type PowerFacts, presenceReading } from './presenceReading.ts'

/** Often enough for breaks, rarely enough to cost nothing. */
const LOOK_EVERY_MS = 30_000

export interface Power {
  /** Reports to this engine from now on, the present state first. */
  reportTo(client: EngineClient): void
  stop(): void
}

export function watchPower(): Power {
  let client: EngineClient | null = null
  let last: PresenceState['state'] | null = null
  const facts: PowerFacts = { suspended: false, locked: false, idleSeconds: null }

  const look = () => {
    facts.idleSeconds = idleSeconds()
    const state = presenceReading(facts)
    if (state === last || !client) return
    last = state
    const report = { state, at: Date.now(), source: 'powerMonitor' }
    // An engine that is gone is told again when it is back.
    client.presence.report(report).catch(() => {
      last = null
    })
  }
  const change = (changed: Partial<PowerFacts>) => {
    Object.assign(facts, changed)
    look()
  }
  powerMonitor.on('suspend', () => change({ suspended: true }))
  powerMonitor.on('resume', () => change({ suspended: false }))
  powerMonitor.on('lock-screen', () => change({ locked: true }))
  powerMonitor.on('unlock-screen', () => change({ locked: false }))
  const timer = setInterval(look, LOOK_EVERY_MS)

  return {
    reportTo(next) {
      client = next
      last = null
      look()
    },
    stop: () => clearInterval(timer),
  }
}

/** Wayland does not tell applications, and says 0 instead of nothing. */
function idleSeconds(): number | null {
  if (process.platform === 'linux' && process.env.XDG_SESSION_TYPE === 'wayland') return null
  return powerMonitor.getSystemIdleTime()
}
