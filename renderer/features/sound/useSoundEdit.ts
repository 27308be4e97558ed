/** Changes what is set of sound, each time from the newest, and says what could not be saved. */
import { useState } from 'react'
import type { SoundSettings } from '../../../electron/contract/lights.ts'
import { errorCode, type PageErrorCode } from '../../watch.ts'
import { useEditSettings } from '../presence/useEditSettings.ts'
import { useSettings } from '../settings/useSettings.ts'

export type SoundEdit = (change: Partial<SoundSettings>) => void

export function useSoundEdit(): {
  /** Undefined until the engine has answered for the first time. */
  sound: SoundSettings | undefined
  edit: SoundEdit
  failure: PageErrorCode | null
} {
  const sound = useSettings()?.sound
  const save = useEditSettings()
  const [failure, setFailure] = useState<PageErrorCode | null>(null)
  const edit: SoundEdit = (change) => {
    setFailure(null)
    save((now) => ({ sound: { ...now.sound, ...change } })).catch((error: unknown) =>
      setFailure(errorCode(error)),
    )
  }
  return { sound, edit, failure }
}
