/** Time that runs out, as a ring around the lamp that grows shorter; said aloud every ten seconds, not every second. */
import { useTranslation } from 'react-i18next'
import { Lamp } from '../../../design/Lamp.tsx'
import { useSecondsLeft } from '../useSecondsLeft.ts'
import styles from './Pair.module.css'

/** What a bridge gives (electron/engine/devices/hue/pairing.ts). */
const LONGEST_SECONDS = 30
const SPOKEN_EVERY = 10
const RADIUS = 46
const AROUND = 2 * Math.PI * RADIUS

export function Countdown({ endsAtMs }: { endsAtMs: number | null }) {
  const { t } = useTranslation()
  const counted = useSecondsLeft(endsAtMs)
  // A clock that was set back gives no more than there ever was.
  const left = endsAtMs === null ? null : Math.min(LONGEST_SECONDS, counted)
  const gone = left === null ? 0 : 1 - left / LONGEST_SECONDS
  return (
    <div className={styles.countdown}>
      <div className={styles.clock}>
        <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
          <circle className={styles.ring} cx="50" cy="50" r={RADIUS} />
          <circle
            className={styles.left}
            cx="50"
            cy="50"
            r={RADIUS}
            strokeDasharray={AROUND}
            strokeDashoffset={AROUND * gone}
          />
        </svg>
        <Lamp state={left === null ? 'waking' : 'reading'} size="large" />
      </div>
      <p className={styles.seconds} role="timer">
        {left === null ? t('pairBridge.button.starting') : t('pairBridge.button.left', { count: left })}
      </p>
      <p className="unseen" role="status">
        {left === null ? null : t('pairBridge.button.left', { count: spokenSeconds(left) })}
      </p>
    </div>
  )
}

/** Changes every ten seconds only: 30, 20, 10, 0. */
export const spokenSeconds = (left: number): number => Math.ceil(left / SPOKEN_EVERY) * SPOKEN_EVERY
