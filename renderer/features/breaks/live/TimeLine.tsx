/** What is left of a pause as lamplight: a thin line that shortens, or a ring that closes; it moves once a second, slowly. */
import styles from './TimeLine.module.css'

export interface TimeShownProps {
  /** Of the whole, 0–1. */
  left: number
}

/** Told in words beside it, so it is only drawn. */
export function TimeLine({ left }: TimeShownProps) {
  return (
    <svg className={styles.line} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.ground} width="100" height="1" />
      <rect className={styles.lineLeft} width="100" height="1" style={{ scale: `${left} 1` }} />
    </svg>
  )
}

const RADIUS = 45
const ROUND = 2 * Math.PI * RADIUS

export function TimeRing({ left }: TimeShownProps) {
  return (
    <svg className={styles.ring} viewBox="0 0 100 100" aria-hidden="true">
      <circle className={styles.ringGround} cx="50" cy="50" r={RADIUS} />
      <circle
        className={styles.ringLeft}
        cx="50"
        cy="50"
        r={RADIUS}
        strokeDasharray={ROUND}
        strokeDashoffset={ROUND * (1 - left)}
        transform="rotate(-90 50 50)"
      />
    </svg>
  )
}
