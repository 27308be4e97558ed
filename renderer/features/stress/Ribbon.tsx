/** The day as a ribbon: work, calls, rest, and what nobody knows as an empty place; beats and check-ins below it. */
import { useTranslation } from 'react-i18next'
import { FaceSign } from '../checkins/FaceSign.tsx'
import { shareOf, type TimeWindow } from './dayClock.ts'
import type { DayLineModel } from './lineModel.ts'
import styles from './Ribbon.module.css'
import { faceOf } from './signalWords.ts'
import { silentStretches } from './stretches.ts'

export function placeOf(window: TimeWindow, { fromMs, toMs }: TimeWindow) {
  const left = shareOf(window, fromMs) * 100
  return { left: `${left}%`, width: `${shareOf(window, toMs) * 100 - left}%` }
}

/** An empty place this wide has room for its word. */
const WORD_SHARE = 0.13

export function Ribbon({ line }: { line: DayLineModel }) {
  const { t } = useTranslation()
  const { window } = line
  const all = [...line.stretches, ...silentStretches(line.stretches, window)]
  return (
    <div className={styles.ribbon}>
      {all.map((stretch) => {
        const isWide = shareOf(window, stretch.toMs) - shareOf(window, stretch.fromMs) >= WORD_SHARE
        return (
          <span
            key={`${stretch.kind}${stretch.fromMs}`}
            className={styles.stretch}
            data-kind={stretch.kind}
            style={placeOf(window, stretch)}
          >
            {stretch.kind === 'unknown' && isWide ? t('today.line.kind.unknown') : null}
          </span>
        )
      })}
      {line.wrong.map((one) => (
        <span key={one.id} className={styles.wrong} style={placeOf(window, one)} />
      ))}
    </div>
  )
}

export function BeatsLine({ line }: { line: DayLineModel }) {
  if (line.beats.length === 0) return null
  return (
    <div className={styles.beats}>
      {line.beats.map((stretch) => (
        <span
          key={stretch.fromMs}
          className={styles.beatStretch}
          data-quiet={stretch.quiet || undefined}
          style={placeOf(line.window, stretch)}
        />
      ))}
    </div>
  )
}

export function Faces({ line }: { line: DayLineModel }) {
  if (line.checkins.length === 0) return null
  return (
    <div className={styles.faces}>
      {line.checkins.map(({ id, atMs, mood }) => (
        <span
          key={id}
          className={styles.faceAt}
          style={{ left: `clamp(12px, ${shareOf(line.window, atMs) * 100}%, calc(100% - 12px))` }}
        >
          <FaceSign face={faceOf(mood)} />
        </span>
      ))}
    </div>
  )
}
