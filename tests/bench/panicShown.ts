/** From the shortcut for a hard moment, pressed on the keyboard, to its help on the screen. */
import { foreignWindow } from '../app/launchForeignWindow.ts'
import { startWatched, type Watched, whyNoElectron } from './electronApp.ts'
import { median } from './median.ts'
import { printRows, type Row } from './table.ts'

const ROUNDS = 15
const KEYS = ['Control_L', 'Alt_L', 'space']

/** In the page: when the help is there and two frames were drawn, epoch ms. */
const seenAt = () =>
  new Promise<number>((resolve) => {
    const look = () => {
      if (!document.querySelector('[role=dialog]')) return
      changes.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())))
    }
    const changes = new MutationObserver(look)
    changes.observe(document.body, { subtree: true, childList: true })
    look()
  })

async function rounds({ app }: Watched): Promise<number[]> {
  const keyboard = foreignWindow({ x: 0, y: 0, width: 10, height: 10 })
  const popup = await app.firstWindow()
  const times: number[] = []
  try {
    for (let round = 0; round < ROUNDS; round++) {
      await app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.hide()
      })
      const seen = popup.evaluate(seenAt)
      // The page has begun to look.
      await popup.evaluate(() => 0)
      const pressedAtMs = Date.now()
      keyboard.press(...KEYS)
      times.push((await seen) - pressedAtMs)
      await popup.keyboard.press('Escape')
      await popup.getByRole('dialog').waitFor({ state: 'detached' })
    }
  } finally {
    keyboard.close()
  }
  return times
}

export async function panicShown(): Promise<Row[]> {
  const what = 'shortcut to help for a hard moment'
  if (whyNoElectron) return [{ what, skipped: whyNoElectron }]
  const running = await startWatched('lull')
  try {
    const times = await rounds(running)
    const value = median(times)
    const unit = `ms (worst ${Math.max(...times).toFixed(0)})`
    return [{ what, value, unit, goal: '≤ 300 ms', met: value <= 300 }]
  } finally {
    await running.stop()
  }
}

if (import.meta.main) printRows(await panicShown())
