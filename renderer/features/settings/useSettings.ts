/** The person's settings as they are now, in every window at once. */
import { useCallback } from 'react'
import type { Settings } from '../../../electron/contract/settings.ts'
import { useClient, useWatch, type Watch } from '../../watch.ts'

const settingsWatch: Watch<Settings, Settings> = {
  key: ['settings'],
  open: (client, signal) => client.settings.watch(undefined, { signal }),
  reduce: (_, settings) => settings,
}

/** Undefined until the engine has answered for the first time. */
export const useSettings = (): Settings | undefined => useWatch(settingsWatch)

export function useChangeSettings(): (patch: Partial<Settings>) => Promise<Settings> {
  const client = useClient()
  return useCallback((patch) => client.settings.change(patch), [client])
}
