/** The engine put together: the one place where features, storage and the language model meet. */
import { createRouterClient } from '@orpc/server'
import type { EngineClient } from '../contract/index.ts'
import type { Role } from '../contract/procedure.ts'
import { checkBackWords } from '../core/safety/crisisTalk.ts'
import { ngramOpinions } from '../core/safety/learned/ngramModel.ts'
import { createCaring } from './caring.ts'
import { EventBus } from './events.ts'
import { chatRouter } from './features/chat/chatRouter.ts'
import { ChatService } from './features/chat/chatService.ts'
import { ChatStore } from './features/chat/chatStore.ts'
import { coreDecisions } from './features/chat/coreDecisions.ts'
import { StateFiles } from './features/chat/stateFiles.ts'
import { createModels, readCatalogue } from './features/models/index.ts'
import { privacyRouter } from './features/privacy/privacyRouter.ts'
import { PrivacyService } from './features/privacy/privacyService.ts'
import { PrivacyStore } from './features/privacy/privacyStore.ts'
import { readModelQuestions } from './features/safety/modelQuestions.ts'
import { ModelVoice } from './features/safety/modelVoice.ts'
import { safetyRouter } from './features/safety/safetyRouter.ts'
import { SafetyService } from './features/safety/safetyService.ts'
import { SentenceVectors } from './features/safety/sentenceVectors.ts'
import { slowListening } from './features/safety/slowListening.ts'
import { settingsRouter } from './features/settings/settingsRouter.ts'
import { SettingsService } from './features/settings/settingsService.ts'
import { SettingsStore } from './features/settings/settingsStore.ts'
import { shellRouter } from './features/shell/shellRouter.ts'
import { ShellService } from './features/shell/shellService.ts'
import { trayOf } from './features/shell/tray.ts'
import type { EngineParts } from './host.ts'
import { createLighting } from './lighting.ts'
import { createLog } from './log.ts'
import { createNoticing } from './noticing.ts'
import { createPausing } from './pausing.ts'
import { readResources } from './resources.ts'
import { removeBackups } from './store/backup.ts'
import { openDatabase, removeSetAside } from './store/database.ts'
import type { WirePort } from './wire/port.ts'
import type { WireContext } from './wire/procedures.ts'
import { servePort } from './wire/servePort.ts'

export type { EngineParts } from './host.ts'

export interface StartReport {
  /** Name of the file in the data folder that a damaged database was moved to; null when nothing was wrong. */
  brokenDatabaseMovedTo: string | null
}

export interface Engine {
  start(): Promise<StartReport>
  /** Ends replies (what was shown is kept), the model process and every connection, and closes the database. */
  stop(): Promise<void>
  /** Serves one connection until it closes or the returned function is called. */
  serve(port: WirePort, role: Role): () => void
  /** The same procedures without a wire, for hosts and tests in this process. */
  client(role: Role): EngineClient
}

/** @throws EngineError DATABASE_LOCKED, DATABASE_NEWER, DATABASE_KEY_WRONG, FILE_UNREADABLE, DISK_FULL */
export function createEngine(parts: EngineParts): Engine {
  const { dataFolder, clock, resourcesFolder } = parts
  const log = createLog(clock, parts.logLine ?? (() => {}))
  const bus = new EventBus()
  const resources = readResources(resourcesFolder)
  const catalogue = readCatalogue(resourcesFolder)
  const { store, brokenMovedTo } = openDatabase({
    dataFolder,
    keyHex: parts.databaseKeyHex,
    now: clock.now(),
  })

  const settings = new SettingsService(new SettingsStore(store), bus, log)
  const noticing = createNoticing({ parts, store, bus, log, settings: () => settings.current() })
  const pausing = createPausing({
    ...{ parts, store, bus, log, settings: () => settings.current(), noticing },
    lights: () => lighting.fromOutside,
  })
  const lighting = createLighting({ parts, store, bus, log, settings, noticing, pausing })
  const safety = new SafetyService({
    ...resources,
    chosenCountry: () => settings.current().country,
    systemLocale: parts.systemLocale,
  })
  const models = createModels({ ...parts, store, bus, catalogue, log })
  const chatStore = new ChatStore(store)
  const caring = createCaring({
    ...{ parts, store, bus, log, settings: () => settings.current(), noticing, talks: chatStore },
    takenByArm: (days) => pausing.breaks.history.statistics(days).takenByArm,
    checkBackWords: (language, times) => checkBackWords(resources.safetyTexts, language, times),
  })
  const listening = slowListening({
    vectors: new SentenceVectors({
      ...{ encoder: models.encoder, bus, log },
      isOn: () => settings.current().listening.encoder,
    }),
    voice: new ModelVoice({
      ...{ questions: readModelQuestions(resourcesFolder), log },
      isOn: () => settings.current().listening.model,
    }),
    heads: resources.heads,
    ngramsAreOn: () => settings.current().listening.ngrams,
  })
  const states = new StateFiles(dataFolder, parts.databaseKeyHex)
  const chat = new ChatService({
    store: chatStore,
    states,
    bus,
    log,
    clock,
    runtime: models.runtime,
    decisions: coreDecisions({
      ...resources,
      help: () => safety.help(),
      own: () => caring.forTalks.people(),
      listening: {
        ways: {
          languages: resources.languages,
          ngrams: (text) => ngramOpinions(resources.heads.ngrams, text),
        },
        layers: () => settings.current().listening,
      },
    }),
    listening,
    care: caring.forTalks,
    selectedParameters: () => models.selected()?.parameters ?? null,
    inspect: parts.inspect,
  })
  const shell = new ShellService(clock)
  const tray = () =>
    trayOf({
      runtime: models.runtime.state(),
      replying: chat.replying,
      modelTitle: models.selected()?.title ?? null,
      shortcut: settings.current().shortcut,
      sensing: noticing.sensing(),
      checkinDue: noticing.checkinDue(),
    })
  const privacy = new PrivacyService({
    ...parts,
    store: new PrivacyStore(store),
    bus,
    calendar: noticing.calendar,
    keepers: [...noticing.keepers, ...pausing.keepers, ...lighting.keepers, ...caring.keepers],
    talks: () =>
      chat.conversations(null).map((conversation) => ({
        conversation,
        messages: chatStore.messages(conversation.id),
      })),
    settings: () => settings.current(),
    models: () => models.service.snapshot().installed,
    states: () => states.list(),
    erasers: {
      talks: () => chat.eraseEverything(),
      models: () => models.service.removeAll(),
      settings: () => settings.reset(),
      copies: () => {
        if (dataFolder === null) return
        removeBackups(dataFolder)
        removeSetAside(dataFolder)
      },
    },
  })

  const router = {
    chat: chatRouter(chat, bus),
    models: models.router,
    settings: settingsRouter(settings, bus),
    privacy: privacyRouter(privacy),
    safety: safetyRouter(safety),
    ...noticing.routers,
    ...pausing.routers,
    ...lighting.routers,
    ...caring.routers,
    shell: shellRouter(shell, tray, parts.appVersion),
  }
  const context = (role: Role): WireContext => ({ role, report: (entry) => reportRefusal(log, role, entry) })
  const connections = new Set<() => void>()
  const stopListening: (() => void)[] = []
  let stopped: Promise<void> | null = null

  return {
    async start() {
      log.info('engineStarted', { version: parts.appVersion })
      for (const what of resources.broken) log.warn('resourceLeftOut', { what })
      if (brokenMovedTo) log.warn('databaseWasBroken', { file: brokenMovedTo })
      for (const event of [
        'runtimeChanged',
        'modelsChanged',
        'conversationChanged',
        'settingsChanged',
        'presenceChanged',
        'checkinsChanged',
      ] as const) {
        stopListening.push(bus.on(event, () => shell.showTray(tray())))
      }
      privacy.start()
      chat.start()
      caring.start()
      pausing.start()
      noticing.start()
      lighting.start()
      await models.service.start()
      return { brokenDatabaseMovedTo: brokenMovedTo }
    },
    stop() {
      stopped ??= (async () => {
        for (const close of [...connections]) close()
        for (const stop of stopListening) stop()
        shell.stop()
        await Promise.all([chat.stop(), models.service.stop(), noticing.stop(), lighting.stop()])
        await pausing.stop()
        caring.stop()
        privacy.stop()
        store.close()
        log.info('engineStopped')
      })()
      return stopped
    },
    serve(port, role) {
      const end = servePort(port, router, context(role))
      const close = () => {
        connections.delete(close)
        end()
      }
      connections.add(close)
      port.on('close', () => connections.delete(close))
      return close
    },
    client: (role) => createRouterClient(router, { context: context(role) }),
  }
}

function reportRefusal(
  log: ReturnType<typeof createLog>,
  role: Role,
  entry: Parameters<WireContext['report']>[0],
): void {
  const fields = { role, code: entry.code, procedure: entry.path, errorId: entry.errorId }
  if (entry.code === 'INTERNAL') log.error('procedureFailed', entry.error, fields)
  else log.info('refused', fields)
}
