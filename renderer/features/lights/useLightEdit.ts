/** Changing what a person chooses about lights: each change is made to the newest choices, so that two windows never undo each other. */
import { useCallback, useMemo, useState } from 'react'
import { errorCode, type PageErrorCode } from '../../watch.ts'
import { useEditSettings } from '../presence/useEditSettings.ts'
import type { LightChoices } from './ticks.ts'

export type LightChange = (now: LightChoices) => Partial<LightChoices>

export interface LightEdit {
  /** What is given replaces those fields of `settings.lights` as they are by then. */
  edit: (how: LightChange) => void
  /** Why the last change was not saved. */
  failure: PageErrorCode | null
}

export function useLightEdit(): LightEdit {
  const save = useEditSettings()
  const [failure, setFailure] = useState<PageErrorCode | null>(null)
  const edit = useCallback<LightEdit['edit']>(
    (how) => {
      setFailure(null)
      save(({ lights }) => ({ lights: { ...lights, ...how(lights) } })).catch((error: unknown) =>
        setFailure(errorCode(error)),
      )
    },
    [save],
  )
  return useMemo(() => ({ edit, failure }), [edit, failure])
}
