/** Where the shell keeps its own files, and whether it is the only one on its data. */
import { join } from 'node:path'
import { app } from 'electron'
import { dataFolderPath, prepareDataFolder } from '../hosts/dataFolder.ts'

/** Fixes the data folder. Must run before the app is ready. @returns its path. */
export function claimDataFolder(): string {
  const folder = dataFolderPath(null)
  prepareDataFolder(folder)
  // Chromium's files and the lock of the single instance belong to the data, so that two data folders are two Lulls.
  app.setPath('userData', join(folder, 'shell'))
  return folder
}

/** @returns false when Lull runs already; it is told to show itself. */
export function isFirstInstance(another: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', another)
  return true
}
