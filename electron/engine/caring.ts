/** Everything that cares around talks, put together: own people and plan, coming back, notices, and the view against leaning on Lull. */
import type { Settings } from '../contract/settings.ts'
import type { BreakStatistics } from '../core/breaks/statistics.ts'
import type { EventBus } from './events.ts'
import { balanceRouter } from './features/balance/balanceRouter.ts'
import { BalanceService } from './features/balance/balanceService.ts'
import { BalanceStore } from './features/balance/balanceStore.ts'
import { careRouter } from './features/care/careRouter.ts'
import { type CareParts, CareService } from './features/care/careService.ts'
import type { ChatStore } from './features/chat/chatStore.ts'
import type { EngineParts } from './host.ts'
import type { Log } from './log.ts'
import type { createNoticing } from './noticing.ts'
import type { CareForTalks } from './ports/care.ts'
import type { Keeper } from './ports/keeper.ts'
import type { Store } from './store/sql.ts'

export interface CaringParts {
  parts: Pick<EngineParts, 'clock'>
  store: Store
  bus: EventBus
  log: Log
  settings: () => Settings
  noticing: Pick<ReturnType<typeof createNoticing>, 'calendar'>
  /** Pauses taken on some days, both included, by what they were filled with. */
  takenByArm: (days: {
    fromDay: number
    toDay: number
  }) => Pick<BreakStatistics['takenByArm'], 'walk' | 'talk'>
  talks: Pick<ChatStore, 'writtenBefore' | 'talkIs'>
  checkBackWords: CareParts['checkBackWords']
}

export function createCaring({
  parts,
  store,
  bus,
  log,
  settings,
  noticing,
  takenByArm,
  talks,
  checkBackWords,
}: CaringParts) {
  const shared = {
    ...{ bus, log, settings, clock: parts.clock, calendar: noticing.calendar },
    writtenBefore: (sequence: number | null, most: number) => talks.writtenBefore(sequence, most),
  }
  const care = new CareService({ ...shared, store, checkBackWords, talkIs: (id) => talks.talkIs(id) })
  const balance = new BalanceService({
    ...shared,
    rows: new BalanceStore(store),
    usedTodayMs: () => care.usedTodayMs(),
    pausesTaken: (days) => {
      const { walk, talk } = takenByArm(days)
      return { walk: walk.times, talk: talk.times }
    },
  })

  const keepers: Keeper[] = [care.keeper, balance.keeper]
  const forTalks: CareForTalks = care
  return {
    keepers,
    forTalks,
    routers: { care: careRouter(care, bus), balance: balanceRouter(balance, bus) },
    start() {
      care.start()
      balance.start()
    },
    /** After the talks: what they erased for good takes along what is kept of it here. */
    stop() {
      balance.stop()
      care.stop()
    },
  }
}
