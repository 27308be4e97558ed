/** Everything that offers, put together: pauses, and what they are filled with and told to. */
import { hostname } from 'node:os'
import type { Settings } from '../contract/settings.ts'
import { connectAnnouncer } from './devices/mqtt/announcer.ts'
import { createRunOwnCommand } from './devices/system/ownCommand.ts'
import type { EventBus } from './events.ts'
import { createBreaks, fromOutside } from './features/breaks/index.ts'
import { createExercises } from './features/exercises/index.ts'
import { createHomeAssistant } from './features/homeAssistant/index.ts'
import type { EngineParts } from './host.ts'
import type { Log } from './log.ts'
import type { createNoticing } from './noticing.ts'
import type { Keeper } from './ports/keeper.ts'
import type { RunOwnCommand } from './ports/ownCommand.ts'
import type { Store } from './store/sql.ts'

export interface PausingParts {
  parts: EngineParts
  store: Store
  bus: EventBus
  log: Log
  settings: () => Settings
  noticing: ReturnType<typeof createNoticing>
  /** They are put together later, and asked only once all of it has started. */
  lights: () => Parameters<typeof createHomeAssistant>[0]['lights']
}

/** A replay is of another day, and starts nothing in this one. */
const runsNothing: RunOwnCommand = async () => ({
  outcome: 'not_allowed',
  exitCode: null,
  output: '',
  outputCut: false,
})

export function createPausing({ parts, store, bus, log, settings, noticing, lights }: PausingParts) {
  const { clock } = parts
  const { calendar, presence, devices, strain } = noticing
  const shared = { store, bus, clock, calendar, log, settings }
  const isReplay = parts.sensors !== undefined

  const exercises = createExercises({ ...shared, resourcesFolder: parts.resourcesFolder })
  const breaks = createBreaks({
    ...shared,
    strain,
    situation: () => presence.situation,
    standing: () => presence.snapshot().standing,
    inputIdleMs: (nowMs) => presence.inputIdleMs(nowMs),
    lookCloser: (isWanted) => presence.lookCloser(isWanted),
    stretches: (fromDay, toDay) => presence.days.stretches(fromDay, toDay),
    exerciseFor: (wanted) => exercises.service.forBreak(wanted),
    isRated: (nudgeId) => exercises.service.isRated(nudgeId),
    runOwnCommand: parts.runOwnCommand ?? (isReplay ? runsNothing : createRunOwnCommand({ clock })),
    ...(parts.seed !== undefined && { seed: parts.seed }),
  })

  const homeAssistant = createHomeAssistant({
    ...shared,
    strain,
    installId: () => devices.installId(),
    appVersion: parts.appVersion,
    hostName: hostname(),
    broker: (deviceId) => devices.savedSettings('mqtt', deviceId),
    connect: connectAnnouncer,
    breaks: fromOutside(breaks.service),
    lights: {
      view: () => lights().view(),
      soften: async () => await lights().soften(),
      back: () => lights().back(),
    },
    random: Math.random,
  })

  const keepers: Keeper[] = [breaks.keeper, exercises.keeper]
  return {
    keepers,
    breaks: breaks.service,
    exercisePlan: (exerciseId: string, lengthSeconds: number) =>
      exercises.service.plan(exerciseId, lengthSeconds),
    routers: { homeAssistant: homeAssistant.router, breaks: breaks.router, exercises: exercises.router },
    /** Before whoever notices: whoever listens starts first. */
    start() {
      exercises.service.start()
      breaks.service.start()
      homeAssistant.service.start()
    },
    /** After whoever notices, so that their last word is heard. */
    async stop() {
      await homeAssistant.service.stop()
      breaks.service.stop()
      exercises.service.stop()
    },
  }
}
