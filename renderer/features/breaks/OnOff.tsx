/** Whether speaking up changes anything: a point with its interval on a line, and the same in words. */
import { useTranslation } from 'react-i18next'
import type { DayWords } from '../stress/dayWords.ts'
import { type OnOffView, onOffWords, points } from './onOffWords.ts'
import styles from './Sums.module.css'

export function OnOff({ onOff, words }: { onOff: OnOffView; words: DayWords }) {
  const { t } = useTranslation()
  const [first, ...rest] = onOffWords(onOff, words)
  return (
    <div className={styles.onOff}>
      <p className={styles.quiet}>{t('pauses.onOff.about')}</p>
      {onOff.kind === 'known' ? <Picture onOff={onOff} words={words} /> : null}
      <p>{first}</p>
      {rest.length > 0 ? <p>{rest.join(' ')}</p> : null}
    </div>
  )
}

const WIDTH = 560
const MIDDLE = 22
/** Left end −1, right end 1. */
const across = (share: number) => ((share + 1) / 2) * WIDTH

interface PictureProps {
  onOff: Extract<OnOffView, { kind: 'known' }>
  words: DayWords
}

function Picture({ onOff: { difference, low, high }, words }: PictureProps) {
  const { t } = useTranslation()
  const [from, to] = [across(low), across(high)]
  return (
    <div>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${WIDTH} ${2 * MIDDLE}`}
        preserveAspectRatio="xMinYMid meet"
        role="img"
        aria-label={t('pauses.onOff.picture', {
          n: points(difference, words),
          low: points(low, words),
          high: points(high, words),
        })}
      >
        <rect className={styles.track} x="0" y={MIDDLE - 5} width={WIDTH} height="10" rx="5" />
        <rect
          className={styles.band}
          x={from}
          y={MIDDLE - 5}
          width={Math.max(10, to - from)}
          height="10"
          rx="5"
        />
        <line className={styles.zero} x1={across(0)} x2={across(0)} y1={MIDDLE - 13} y2={MIDDLE + 13} />
        <circle className={styles.point} cx={across(difference)} cy={MIDDLE} r="7" />
      </svg>
      <p className={styles.sides} aria-hidden="true">
        <span>{t('pauses.onOff.lessSide')}</span>
        <span>{t('pauses.onOff.same')}</span>
        <span>{t('pauses.onOff.moreSide')}</span>
      </p>
    </div>
  )
}
