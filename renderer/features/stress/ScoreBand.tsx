/** A value beside the usual: usual is a soft band, now is a point. No scale, no limit, no colour of alarm. */
import styles from './ScoreBand.module.css'

export interface ScoreBandProps {
  /** Said instead of the picture. */
  label: string
  value: number | null
  usual: { low: number; high: number } | null
  /** Values at both ends; 0–1 for a score. */
  ends?: { low: number; high: number }
  size?: 'usual' | 'small'
}

export function ScoreBand({
  label,
  value,
  usual,
  ends = { low: 0, high: 1 },
  size = 'usual',
}: ScoreBandProps) {
  const place = (at: number) => {
    const share = (at - ends.low) / (ends.high - ends.low)
    return Math.max(0, Math.min(1, share)) * 100
  }
  return (
    <div
      className={styles.track}
      role="img"
      aria-label={label}
      data-known={value !== null || undefined}
      data-size={size}
    >
      <div className={styles.inner}>
        {usual === null ? null : (
          <span
            className={styles.usual}
            style={{
              left: `${place(usual.low)}%`,
              width: `${Math.max(2, place(usual.high) - place(usual.low))}%`,
            }}
          />
        )}
        {value === null ? null : <span className={styles.now} style={{ left: `${place(value)}%` }} />}
      </div>
    </div>
  )
}
