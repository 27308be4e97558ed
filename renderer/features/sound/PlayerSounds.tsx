/** What one may hear with an exercise: a sound, and its words. */

import styles from './Sound.module.css'
import SoundButton from './SoundButton.tsx'
import { SpokenToggle } from './SpokenToggle.tsx'

export interface PlayerSoundsProps {
  /** A pause has its own button for it. */
  hasSound: boolean
  /** Words that are read are not spoken. */
  hasWords: boolean
}

export default function PlayerSounds({ hasSound, hasWords }: PlayerSoundsProps) {
  return (
    <div className={styles.player}>
      {hasSound ? <SoundButton /> : null}
      {hasWords ? <SpokenToggle /> : null}
    </div>
  )
}
