/** What can be asked of `npm start`, read once and the same way by every door. */
import { parseArgs } from 'node:util'
import { orderUsage } from './order.ts'

export interface StartOptions {
  /** Catalogue id of a model to fetch, or null. */
  model: string | null
  /** The browser even where Electron is at hand. */
  browser: boolean
  /** Data folder, or null for the usual one. */
  data: string | null
  /** Print the link instead of opening a browser. */
  printLink: boolean
  /** Move data that cannot be opened into a folder of its own and start fresh. */
  setAside: boolean
  noSandbox: boolean
  help: boolean
}

export const usage = `Lull: a private companion for the desktop.

  npm start                       open the app
  npm start -- --model starter    fetch the small starter model first
  npm start -- --browser          open it in the browser
  npm start -- --print-link       serve it to a browser and print the link
  npm start -- --data DIR         keep everything in DIR (also: LULL_DATA)
  npm start -- --set-aside        move data that cannot be opened away, and start fresh
  npm start -- --no-sandbox       run Electron without Chromium's sandbox, where it cannot have one

To a Lull that runs (exit 0: done, 1: refused, 2: not understood, 3: Lull is not running):

${orderUsage}`

/** @throws a plain sentence for an option that is not known. */
export function startOptions(args: string[]): StartOptions {
  const { values } = parseArgs({
    args,
    allowPositionals: false,
    options: {
      model: { type: 'string' },
      browser: { type: 'boolean', default: false },
      data: { type: 'string' },
      'print-link': { type: 'boolean', default: false },
      'set-aside': { type: 'boolean', default: false },
      'no-sandbox': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  return {
    model: values.model ?? null,
    browser: values.browser || values['print-link'],
    data: values.data ?? null,
    printLink: values['print-link'],
    setAside: values['set-aside'],
    noSandbox: values['no-sandbox'],
    help: values.help,
  }
}
