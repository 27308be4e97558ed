/** Plays the person's sound, or stops the one that plays. */
import type { SoundKind, SoundUntil } from '../../../electron/core/sound/soundKinds.ts'
import { useSettings } from '../settings/useSettings.ts'
import type { SoundView } from './soundPlayer.ts'
import { useSound, useSoundKept, useSoundPlayer } from './useSound.ts'

export interface SoundSwitch {
  view: SoundView
  /** The one a press plays, or the one that plays. */
  kind: SoundKind
  press: () => void
}

/** @param until how long a sound begun here may last; absent: as the person last said. Null before settings are known. */
export function useSoundSwitch(until?: SoundUntil): SoundSwitch | null {
  const player = useSoundPlayer()
  const view = useSound()
  const sound = useSettings()?.sound
  useSoundKept()
  if (!sound) return null
  return {
    view,
    kind: view.kind ?? sound.kind,
    press: () => {
      if (view.kind === null) void player.play(sound.kind, sound.volume, until)
      else player.stop()
    },
  }
}
