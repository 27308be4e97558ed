/** From Enter in a real page to the first sign of writing in it, beside a bare session given the very same prompts. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { PromptTurn } from '../../electron/engine/ports/languageModel.ts'
import { openChromium, startHost } from '../app/launchBrowser.ts'
import { preparedData } from '../app/launchData.ts'
import { benchModelPath, noModel } from './llmModel.ts'
import { bareSession, messages } from './llmWarmTurn.ts'
import { median } from './median.ts'
import { printRows, type Row } from './table.ts'

const ROUNDS = 3
/** How long a turn is left alone, so that reading ahead for the next one is over. */
const IDLE_MS = 1500

/** Presses Enter and times the first frame in which the page says or shows that Lull writes. */
async function firstWritingMs(page: Page, message: string): Promise<number> {
  const box = page.getByRole('textbox', { name: 'Your message' })
  await box.fill(message)
  const before = await page.getByRole('button', { name: 'What to do with this reply' }).count()
  const shown = page.evaluate(
    () =>
      new Promise<number>((done) => {
        let pressedAt = 0
        addEventListener('keydown', () => (pressedAt = performance.now()), { capture: true, once: true })
        const known = document.querySelectorAll('main li').length
        const watcher = new MutationObserver(() => {
          const items = [...document.querySelectorAll('main li')]
          const last = items.at(-1)?.textContent ?? ''
          // The person's own words come first; then waking or reading; then writing, or already words.
          const isReply = items.length > known + 1 && !/^(Waking|Reading)/.test(last)
          if (pressedAt > 0 && isReply) {
            watcher.disconnect()
            done(performance.now() - pressedAt)
          }
        })
        watcher.observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
  )
  await box.press('Enter')
  const ms = await shown
  await page.getByRole('button', { name: 'What to do with this reply' }).nth(before).waitFor()
  return ms
}

/** The turns of a ChatML prompt as sent, the person's newest message last. */
function turnsOf(promptText: string): PromptTurn[] {
  return [...promptText.matchAll(/<\|im_start\|>(\w+)\n([\s\S]*?)<\|im_end\|>/g)].map((match) => ({
    role: match[1] as PromptTurn['role'],
    text: match[2] ?? '',
  }))
}

/** The exact prompt of the newest reply, read where a person reads it: "why this reply". */
async function newestPrompt(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'What to do with this reply' }).last().click()
  await page.getByRole('menuitem', { name: 'Why this reply' }).click()
  const text = await page.locator('pre').last().textContent()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return text ?? ''
}

/**
 * Both ways of motion: without a graphics card the browser draws the lamp's slow changes on the very processor that
 * the model reads on, which a person's machine does not.
 */
export async function pageWarmTurn(): Promise<Row[]> {
  const path = benchModelPath()
  if (!path) return [{ what: 'first word in the page', skipped: noModel }]
  return [
    ...(await measured(path, 'reduce', 'reduced motion')),
    ...(await measured(path, 'no-preference', 'motion drawn by the processor')),
  ]
}

async function measured(
  path: string,
  reducedMotion: 'reduce' | 'no-preference',
  note: string,
): Promise<Row[]> {
  const bare = await bareSession(path)
  const host = await startHost(await preparedData(path))
  const browser = await openChromium()
  // One context, so that the session is kept.
  const context = await browser.newContext({ reducedMotion })
  const ours: number[] = []
  const theirs: number[] = []
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const page = await context.newPage()
      if (round === 0) await page.goto(host.link)
      else await page.goto(new URL(host.link).origin)
      await page.getByRole('button', { name: 'New talk' }).click()
      for (const [index, message] of messages.entries()) {
        const ms = await firstWritingMs(page, message)
        const turns = turnsOf(await newestPrompt(page))
        const reference = await bare.turn(turns.slice(0, -1), turns.at(-1)?.text ?? '')
        // The first turn of all also wakes the model.
        if (index > 0) {
          ours.push(ms)
          theirs.push(reference.firstTextMs)
        }
        await wait(IDLE_MS)
      }
      if (round > 0) await page.close()
    }
  } finally {
    await browser.close()
    await host.stop()
    await bare.dispose()
  }
  return [
    {
      what: `first word of a warm turn, page to page, ${note}`,
      against: `bare session, ${median(theirs).toFixed(1)} ms`,
      value: median(ours),
      unit: 'ms',
      ratio: median(ours) / median(theirs),
      goal: '≤ 1.10 × + 10 ms',
      met: median(ours) <= median(theirs) * 1.1 + 10,
    },
  ]
}

if (import.meta.main) printRows(await pageWarmTurn())
