/** Where the shell keeps its own files, and whether it is the only one on its data. */
import { join } from 'node:path'
import { app } from 'electron'
import { dataFolderPath, prepareDataFolder } from '../hosts/dataFolder.ts'
import { splitOrder } from '../hosts/order.ts'

/** Fixes the data folder. Must run before the app is ready. @returns its path. */
export function claimDataFolder(): string {
  const folder = dataFolderPath(null)
  prepareDataFolder(folder)
  // Chromium's files and the lock of the single instance belong to the data, so that two data folders are two Lulls.
  app.setPath('userData', join(folder, 'shell'))
  return folder
}

/** The words of an order in the arguments of a start, such as `break now`; null for a start that is one. */
export const orderedWords = (argv: readonly string[]): string[] | null => splitOrder(argv.slice(1)).words

/**
 * @param another is told of a second start, with the order it brings.
 * @returns false when Lull runs already; it has been told.
 */
export function isFirstInstance(
  words: readonly string[] | null,
  another: (words: readonly unknown[] | null) => void,
): boolean {
  if (!app.requestSingleInstanceLock({ words })) return false
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const given = (data as { words?: unknown } | null | undefined)?.words
    another(Array.isArray(given) ? given : null)
  })
  return true
}
