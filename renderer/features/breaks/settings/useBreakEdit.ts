/** Changing settings of pauses: each change is made to the newest settings, so that two windows never undo each other. */
import { useCallback, useMemo, useState } from 'react'
import type { Settings } from '../../../../electron/contract/settings.ts'
import { errorCode, type PageErrorCode } from '../../../watch.ts'
import { type SettingsEdit, useEditSettings } from '../../presence/useEditSettings.ts'

export type Breaks = Settings['breaks']

export interface BreakEdit {
  /** Any setting. */
  edit: (how: SettingsEdit) => void
  /** One of pauses: what is given replaces those fields of `settings.breaks` as they are by then. */
  editBreaks: (how: (now: Breaks) => Partial<Breaks>) => void
  failure: PageErrorCode | null
}

export function useBreakEdit(): BreakEdit {
  const save = useEditSettings()
  const [failure, setFailure] = useState<PageErrorCode | null>(null)
  const edit = useCallback(
    (how: SettingsEdit) => {
      setFailure(null)
      save(how).catch((error: unknown) => setFailure(errorCode(error)))
    },
    [save],
  )
  const editBreaks = useCallback<BreakEdit['editBreaks']>(
    (how) => edit(({ breaks }) => ({ breaks: { ...breaks, ...how(breaks) } })),
    [edit],
  )
  return useMemo(() => ({ edit, editBreaks, failure }), [edit, editBreaks, failure])
}
