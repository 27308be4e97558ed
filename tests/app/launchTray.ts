/** The tray's menu as the app builds it, since a display without a desktop has no tray to click. */
import type { RunningApp } from './launchElectron.ts'

type Held = typeof globalThis & { trayMenu?: Electron.Menu }
type Running = Pick<RunningApp, 'app'>

/** Keeps the newest menu from now on. */
export async function watchTray({ app }: Running): Promise<void> {
  await app.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate.bind(Menu)
    Menu.buildFromTemplate = (template) => {
      const menu = build(template)
      if (menu.getMenuItemById('quit')) Object.assign(globalThis, { trayMenu: menu })
      return menu
    }
  })
}

/** "id: label" of every line whose id begins so; null while no menu was built since watching began. */
export const trayLines = ({ app }: Running, beginning = '') =>
  app.evaluate((_electron, start) => {
    const items = (globalThis as Held).trayMenu?.items ?? null
    return (
      items
        ?.filter(({ type, id }) => type !== 'separator' && id.startsWith(start))
        .map(({ id, label }) => `${id}: ${label}`) ?? null
    )
  }, beginning)

export const chooseInTray = ({ app }: Running, id: string) =>
  app.evaluate((_electron, wanted) => (globalThis as Held).trayMenu?.getMenuItemById(wanted)?.click(), id)
