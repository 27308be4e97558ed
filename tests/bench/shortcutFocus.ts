/** From the shortcut to a field one can write in: what a person waits for when a thought comes at work. */
import { startWatched, whyNoElectron } from './electronApp.ts'
import { median } from './median.ts'
import { printRows, type Row } from './table.ts'

const ROUNDS = 15

export async function shortcutFocus(): Promise<Row[]> {
  if (whyNoElectron) return [{ what: 'shortcut to focused input', skipped: whyNoElectron }]
  const running = await startWatched('lull')
  const times: number[] = []
  try {
    for (let round = 0; round < ROUNDS; round++) {
      times.push(
        await running.app.evaluate(async ({ app, BrowserWindow }) => {
          const popup = BrowserWindow.getAllWindows()[0]
          if (!popup) throw new Error('no popup')
          popup.hide()
          // Two frames: the first may have been drawn before the window was seen.
          const seen = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
            done(document.activeElement?.tagName === 'TEXTAREA'))))`
          const asked = performance.now()
          const focused = new Promise((done) => popup.once('focus', () => done(null)))
          // A second start of Lull and the shortcut do the same: the popup comes up.
          app.emit('second-instance')
          await focused
          if (!(await popup.webContents.executeJavaScript(seen))) throw new Error('the field has no focus')
          return performance.now() - asked
        }),
      )
    }
  } finally {
    await running.stop()
  }
  const value = median(times)
  return [
    {
      what: 'shortcut to focused input',
      value,
      unit: `ms (worst ${Math.max(...times).toFixed(0)})`,
      goal: '≤ 150 ms',
      met: value <= 150,
    },
  ]
}

if (import.meta.main) printRows(await shortcutFocus())
