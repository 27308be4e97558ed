/** The one picture of Lull: a soft glow whose brightness says what is going on. It never blinks. */
import styles from './Lamp.module.css'

export type LampState = 'off' | 'resting' | 'waking' | 'reading' | 'writing'

export function Lamp({ state, size = 'small' }: { state: LampState; size?: 'small' | 'large' }) {
  return <span className={styles.lamp} data-state={state} data-size={size} aria-hidden="true" />
}
