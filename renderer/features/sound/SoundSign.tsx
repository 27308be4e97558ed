/** The sign of sound: three soft waves, which stand still. */
import styles from './Sound.module.css'

export function SoundSign() {
  return (
    <svg
      className={styles.sign}
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M3 6.5c2.3-2 4.7-2 7 0s4.7 2 7 0M3 11c2.3-2 4.7-2 7 0s4.7 2 7 0M3 15.5c2.3-2 4.7-2 7 0s4.7 2 7 0" />
    </svg>
  )
}
