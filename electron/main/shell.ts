/** Puts the parts of the shell together: what the engine says goes to tray, shortcut and windows, and back. */

import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, safeStorage } from 'electron'
import type { BreakView } from '../contract/breaks.ts'
import type { EngineClient } from '../contract/index.ts'
import type { Settings } from '../contract/settings.ts'
import type { PopupWish, ShellRequest } from '../contract/shell.ts'
import type { EngineStart } from '../hosts/engineMessages.ts'
import { setDataAside } from '../hosts/keyFile.ts'
import { obey } from '../hosts/obey.ts'
import { type Order, orderOf } from '../hosts/order.ts'
import { createBreaks } from './breaks/breaks.ts'
import { askAboutData, dataProblem, tellAboutDamage } from './dataProblem.ts'
import { engineClient, follow } from './engineClient.ts'
import { engineProcess } from './engineProcess.ts'
import { createLights } from './lights/lights.ts'
import { setLoginItem, startedQuietly } from './loginItem.ts'
import { watchPower } from './power/power.ts'
import { quitCleanly } from './quitting.ts'
import { desktopKey } from './secrets.ts'
import { createShortcut } from './shortcut.ts'
import { breakActions } from './tray/breakActions.ts'
import { checkinNotice } from './tray/checkinNotice.ts'
import { type Pause, pauseUntil } from './tray/pause.ts'
import { showNotice } from './tray/showNotice.ts'
import { createTray } from './tray/tray.ts'
import type { TrayAction } from './tray/trayLine.ts'
import { createHome } from './windows/home.ts'
import { createPopup } from './windows/popup.ts'
import { words } from './words.ts'

export interface Shell {
  /** Lull was started once more: to be seen, or (with words) to bring an order. */
  secondStart(words: readonly unknown[] | null): void
}

/** Must run when the app is ready. */
export function startShell(dataFolder: string): Shell {
  const loaded = (window: BrowserWindow) => engine.connectPage(window.webContents)

  const act = (action: TrayAction) => actions[action]()
  const actions: Record<TrayAction, () => void> = {
    open: () => popup.show(),
    newTalk: () => popup.newTalk(),
    checkin: () => popup.checkin(),
    panic: () => helpNow(),
    pauses: () => home.open('pauses'),
    ...breakActions(() => client && breakView && { client, view: breakView }),
    lights: () => home.open('lights'),
    lightsSoften: () => lights.actions.lightsSoften(),
    lightsBack: () => lights.actions.lightsBack(),
    lightsUndo: () => lights.actions.lightsUndo(),
    sensing: () => home.open('sensing'),
    pauseHour: () => pause('hour'),
    pauseTomorrow: () => pause('tomorrow'),
    pauseOpen: () => pause('open'),
    resume: () => changeSettings({ sensingPaused: null }),
    settings: () => home.open('settings'),
    tryAgain: () => engine.tryAgain(),
    quit: () => app.quit(),
  }
  const tray = createTray(act)
  const home = createHome(loaded)
  const power = watchPower()
  const shortcut = createShortcut(() => popup.toggle())
  const panicShortcut = createShortcut(() => helpNow())
  let breakView: BreakView | null = null
  const breaks = createBreaks(loaded, (view) => {
    breakView = view
    tray.show({ breaks: view })
    power.lookCloser(view.waiting !== null)
  })

  const lights = createLights({
    changed: (view) => tray.show({ lights: view }),
    openLights: () => home.open('lights'),
  })

  const helpNow = () => {
    breaks.giveWay()
    popup.panic()
  }

  const applySettings = (settings: Settings) => {
    nativeTheme.themeSource = settings.theme
    const { shortcut: open, panicShortcut: panic } = settings
    const shortcutTaken = !shortcut.use(open)
    const panicTaken = !panicShortcut.use(panic)
    const lightKeys = settings.lights.isAllowed ? settings.lightsShortcut : null
    const lightsTaken = !lights.useShortcut(lightKeys)
    tray.show({ shortcut: open, shortcutTaken, panicShortcut: panic, panicTaken })
    tray.show({ lightsShortcut: lightKeys, lightsTaken })
    if (shortcutTaken && open) process.stderr.write(`${words.shortcutTaken(open)}\n`)
    if (panicTaken && panic) process.stderr.write(`${words.panicTaken(panic)}\n`)
    if (lightsTaken && lightKeys) process.stderr.write(`${words.lightsTaken(lightKeys)}\n`)
    breaks.useForm(settings.breaks.form)
    setLoginItem(settings.openAtLogin)
  }

  let client: EngineClient | null = null
  /** One that came before the engine was there. */
  let order: Order | null = null
  const changeSettings = (change: Partial<Settings>) => {
    // An engine that has just gone keeps its settings; the tray goes on showing them as they are.
    client?.settings.change(change).catch(() => {})
  }
  const pause = (how: Pause) => changeSettings({ sensingPaused: { until: pauseUntil(how, Date.now()) } })

  const tellCheckin = checkinNotice({
    isSeen: () => popup.window.isVisible() && popup.window.isFocused(),
    show: () => showNotice(words.checkin, words.checkinAsk, () => popup.checkin()),
    nowMs: () => Date.now(),
  })

  const openPopup: Record<PopupWish, () => void> = {
    talk: () => popup.show(),
    newTalk: () => popup.newTalk(),
    checkin: () => popup.checkin(),
    panic: () => helpNow(),
  }
  const answer = async (request: ShellRequest, asked: EngineClient) => {
    if (request.kind === 'openWindow') home.open(request.place)
    if (request.kind === 'openPopup') openPopup[request.wish]()
    const value = request.kind === 'chooseModelFile' ? await chooseModelFile() : null
    await asked.shell.answer({ id: request.id, value })
  }

  const engine = engineProcess(() => startData(dataFolder), {
    connected(port) {
      const connected = engineClient(port)
      client = connected
      power.reportTo(connected)
      breaks.connect(connected)
      lights.connect(connected)
      if (order) void obey(order, connected)
      order = null
      void follow(connected.settings.watch(), applySettings)
      void follow(connected.shell.watch(), (change) => {
        if (change.type === 'tray') {
          tray.show({ lamp: change.lamp, modelTitle: change.modelTitle, sensing: change.sensing })
          tellCheckin(change.checkinDue)
        }
        // An answer to an engine that has just gone has nobody to wait for it.
        else answer(change.request, connected).catch(() => {})
      })
    },
    stateChanged(state) {
      const isRunning = state === 'running'
      tray.show({ engine: state, ...(isRunning ? {} : { lamp: 'off' as const, breaks: null, lights: null }) })
      if (!isRunning) {
        breaks.engineGone()
        lights.engineGone()
        power.lookCloser(false)
      }
    },
    dataSetAside: (fileName) => tellAboutDamage(fileName, dataFolder),
    refused: (refusal) => void chooseAboutData(refusal),
  })

  const chooseAboutData = async (refusal: unknown) => {
    if (await askAboutData(dataProblem(refusal), dataFolder)) engine.tryAgain()
    else app.quit()
  }

  const popup = createPopup(tray.tray, loaded)
  quitCleanly(
    () => {
      popup.letClose()
      breaks.stop()
    },
    () => {
      power.stop()
      return engine.stop()
    },
  )
  engine.start()
  if (!startedQuietly()) popup.window.webContents.once('did-finish-load', () => popup.show())
  return {
    secondStart(given) {
      const asked = given && orderOf(given)
      if (!asked) popup.show()
      // What is not understood was refused by the start that brought it.
      else if ('order' in asked && client) void obey(asked.order, client)
      else if ('order' in asked) order = asked.order
    },
  }

  async function chooseModelFile(): Promise<string | null> {
    const options: Electron.OpenDialogOptions = {
      title: words.chooseModel,
      buttonLabel: words.choose,
      filters: [{ name: words.modelFiles, extensions: ['gguf'] }],
      properties: ['openFile'],
    }
    const parent = BrowserWindow.getFocusedWindow() ?? home.window()
    const asked = parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options)
    const chosen = await popup.stayWhile(asked)
    return chosen.filePaths[0] ?? null
  }
}

/** @throws KeyProblem */
function startData(dataFolder: string): EngineStart {
  if (process.env.LULL_SET_ASIDE) {
    setDataAside(dataFolder, new Date())
    delete process.env.LULL_SET_ASIDE
  }
  const key = desktopKey(dataFolder, safeStorage, process.env, process.platform)
  if (key.notice) process.stderr.write(`${key.notice}\n`)
  return {
    dataFolder,
    resourcesFolder: join(app.getAppPath(), 'resources'),
    databaseKeyHex: key.keyHex,
    keyKeeper: key.keeper,
    appVersion: app.getVersion(),
    // On Linux Chromium answers en-US for "not set"; the engine's host reads the variables itself.
    systemLocale: process.platform === 'linux' ? null : app.getSystemLocale(),
    fetchModelId: process.env.LULL_FETCH_MODEL || null,
  }
}
