/** Changes a part of a setting that is saved whole: each change reads the newest first, so that two quick ones both hold. */
import { useCallback, useRef } from 'react'
import type { Settings } from '../../../electron/contract/settings.ts'
import { useClient } from '../../watch.ts'

export type SettingsEdit = (now: Settings) => Partial<Settings>

export function useEditSettings(): (edit: SettingsEdit) => Promise<unknown> {
  const client = useClient()
  const last = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback(
    (edit) => {
      const done = last.current.then(async () =>
        client.settings.change(edit(await client.settings.current())),
      )
      // One that failed does not hold up the next.
      last.current = done.catch(() => {})
      return done
    },
    [client],
  )
}
