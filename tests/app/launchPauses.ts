/** What the tests of pauses share: the sentence of the page, a nudge in it, a pause over it, and orders of the command line. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openDatabase } from '../../electron/engine/store/database.ts'
import type { Store } from '../../electron/engine/store/sql.ts'
import { readClearKey } from '../../electron/hosts/keyFile.ts'
import { root } from './launchData.ts'
import { patience } from './launchNoticing.ts'

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first()

/** What the page opens with, spaces as one types them. */
export const sentence = async (page: Page) =>
  (await page.getByRole('heading', { level: 1 }).first().textContent())?.replace(/\s/g, ' ') ?? ''

export const says = (page: Page, words: RegExp) => expect.poll(() => sentence(page), patience).toMatch(words)

/** A nudge as it stands in the page, by its first words. */
export const nudge = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })

/** Presses an answer of a nudge until it is taken: one in its first moments was meant for what stood there before. */
export async function answer(page: Page, name: string | RegExp, way: string): Promise<void> {
  const card = nudge(page, name)
  await card.waitFor()
  await expect
    .poll(async () => {
      const one = card.getByRole('button', { name: way, exact: true })
      if (await one.isVisible()) await one.click()
      return card.isVisible()
    }, patience)
    .toBe(false)
}

/** Leaves a pause by Esc, which is deaf in its first moments. */
export async function leave(page: Page, name: string | RegExp): Promise<void> {
  await expect
    .poll(async () => {
      await page.keyboard.press('Escape')
      return nudge(page, name).isVisible()
    }, patience)
    .toBe(false)
}

/** Takes a pause from the menu of the Pauses page. */
export async function take(page: Page, item: RegExp): Promise<void> {
  await button(page, 'Take a pause now').click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** What happened, newest first, as it reads. */
export const happenings = async (page: Page) =>
  (await page.getByRole('list', { name: 'What happened' }).getByRole('listitem').allTextContents()).map(
    (one) => one.replace(/\s/g, ' '),
  )

/** `lull …` in a shell, for the host on a data folder. */
export function lull(folder: string, ...words: string[]): { code: number | null; said: string } {
  const ran = spawnSync(
    process.execPath,
    [join(root, 'electron/hosts/start.ts'), '--data', folder, ...words],
    {
      encoding: 'utf8',
      // Only what runs in this terminal may answer, not an app that would be started for it.
      env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' },
    },
  )
  return { code: ran.status, said: `${ran.stdout}${ran.stderr}`.trim() }
}

/** The database of a data folder nobody has open. */
export function withData<Value>(folder: string, use: (store: Store) => Value): Value {
  const { store } = openDatabase({ dataFolder: folder, keyHex: readClearKey(folder) ?? '', now: Date.now() })
  try {
    return use(store)
  } finally {
    store.close()
  }
}
