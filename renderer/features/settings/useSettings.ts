/** The person's settings as they are now, in every window at once. */
import { useCallback, useState } from 'react'
import type { Settings } from '../../../electron/contract/settings.ts'
import { errorCode, type PageErrorCode, useClient, useWatch, type Watch } from '../../watch.ts'

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

/** The same for a part of a page that says itself what could not be saved. */
export function useSaidChange() {
  const save = useChangeSettings()
  const [failure, setFailure] = useState<PageErrorCode | null>(null)
  const change = (patch: Partial<Settings>): void => {
    setFailure(null)
    save(patch).catch((error: unknown) => setFailure(errorCode(error)))
  }
  return { change, failure }
}
