/** The line of the day: two curves over a ribbon, one clock for all, every moment reachable by pointer and by keys. */
import { lazy, Suspense, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import type { Measure } from './curve.ts'
import styles from './DayLine.module.css'
import { DayList } from './DayList.tsx'
import { hourTicks, shareOf, type TimeWindow } from './dayClock.ts'
import type { DayWords } from './dayWords.ts'
import { type DayLineModel, momentWords, sumWords } from './lineModel.ts'
import { BeatsLine, Faces, placeOf, Ribbon } from './Ribbon.tsx'
import { timeByKind } from './stretches.ts'
import { useLineCursor } from './useLineCursor.ts'

const DayCurve = lazy(() => import('./DayCurve.tsx'))

export interface DayLineProps {
  line: DayLineModel
  words: DayWords
  /** Days older than 30 have sums only. */
  isKept: boolean
  /** Switched off now, so that nothing is to be expected. */
  isStrainOff: boolean
  onExplain: (atMs: number) => void
  onMark: (stretch: TimeWindow | null) => void
}

export function DayLine({ line, words, isKept, isStrainOff, onExplain, onMark }: DayLineProps) {
  const { t } = useTranslation()
  if (!isKept) return <p className={styles.older}>{t('today.line.sumsOnly')}</p>
  if (line.spans.length + line.points.length === 0) {
    return <p className={styles.older}>{t(line.isToday ? 'today.line.emptyToday' : 'today.line.empty')}</p>
  }
  return (
    <section className={styles.section} aria-label={t('today.line.title')}>
      <Tracks line={line} words={words} isStrainOff={isStrainOff} onExplain={onExplain} onMark={onMark} />
      <Legend line={line} words={words} />
      <div className={styles.doing}>
        <Button onClick={() => onMark(null)}>{t('today.line.mark')}</Button>
        <DayList line={line} words={words} />
      </div>
    </section>
  )
}

/** Enough for half-day words at a width of 700 px, and fewer would leave the ribbon without a hold. */
const MOST_TICKS = 7

type TracksProps = Omit<DayLineProps, 'isKept'>

function Tracks({ line, words, isStrainOff, onExplain, onMark }: TracksProps) {
  const { t } = useTranslation()
  const hintId = useId()
  const { window } = line
  const cursor = useLineCursor({ window, onExplain, onSelect: onMark })
  const text = momentWords(line, cursor.atMs ?? window.toMs, words)
  const minutes = (atMs: number) => Math.round((atMs - window.fromMs) / 60_000)
  return (
    <div className={styles.whole}>
      <div className={styles.tracks}>
        <Curve line={line} measure="strain" isOff={isStrainOff} />
        <Curve line={line} measure="need" isOff={false} />
        <Ribbon line={line} />
        <BeatsLine line={line} />
        <Faces line={line} />
        {cursor.selected ? (
          <span className={styles.selected} style={placeOf(window, cursor.selected)} />
        ) : null}
        {cursor.share === null ? null : (
          <span className={styles.cursor} style={{ left: `${cursor.share * 100}%` }} />
        )}
        <div
          className={styles.cover}
          role="slider"
          tabIndex={0}
          aria-label={t('today.line.moment')}
          aria-describedby={hintId}
          aria-valuemin={0}
          aria-valuemax={minutes(window.toMs)}
          aria-valuenow={minutes(cursor.atMs ?? window.toMs)}
          aria-valuetext={text}
          {...cursor.handlers}
        />
      </div>
      <Clock line={line} words={words} />
      <p className={styles.moment} aria-hidden="true">
        {cursor.atMs === null ? t('today.line.tip') : text}
      </p>
      <p id={hintId} className="unseen">
        {t('today.line.hint')}
      </p>
    </div>
  )
}

interface CurveTrackProps {
  line: DayLineModel
  measure: Measure
  isOff: boolean
}

function Curve({ line, measure, isOff }: CurveTrackProps) {
  const { t } = useTranslation()
  const isKnown = line.points.some((point) => point[measure] !== null)
  const title = t(measure === 'need' ? 'today.need.title' : 'today.strain.label')
  if (!isKnown) {
    return (
      <div className={styles.noCurve}>
        {t(
          isOff
            ? 'today.line.noCurve.strainOff'
            : `today.line.noCurve.${measure}${line.isToday ? 'Today' : 'Day'}`,
        )}
      </div>
    )
  }
  return (
    <div className={styles.curve} data-measure={measure}>
      <p className={styles.curveWords}>
        {title}
        {measure === 'need' ? <span>{t('today.line.due')}</span> : null}
      </p>
      <Suspense>
        <DayCurve
          measure={measure}
          points={line.points}
          window={line.window}
          usual={measure === 'need' ? line.needUsual : line.strainUsual}
          raised={line.raised}
          isGrowing={line.isToday}
        />
      </Suspense>
    </div>
  )
}

function Clock({ line, words }: { line: DayLineModel; words: DayWords }) {
  const { window } = line
  return (
    <div className={styles.clock} aria-hidden="true">
      <span className={styles.first}>{words.clock(window.fromMs)}</span>
      {hourTicks(window, words.minuteOfDay, { most: MOST_TICKS, endsNow: line.isToday }).map((atMs) => (
        <span key={atMs} className={styles.tick} style={{ left: `${shareOf(window, atMs) * 100}%` }}>
          {words.hour(atMs)}
        </span>
      ))}
      <span className={styles.last}>
        {line.isToday ? words.t('today.line.now') : words.clock(window.toMs)}
      </span>
    </div>
  )
}

function Legend({ line, words }: { line: DayLineModel; words: DayWords }) {
  const sums = timeByKind(line.stretches)
  const kinds = (['work', 'rest', 'unknown'] as const).filter((kind) => sums[kind] >= 60_000)
  const extras = [
    ...(sums.call >= 60_000 ? (['kind.call'] as const) : []),
    ...(line.needUsual !== null || line.strainUsual !== null ? (['usual'] as const) : []),
    ...(line.raised.length > 0 ? (['raised'] as const) : []),
    ...(line.beats.length > 0 ? (['beats'] as const) : []),
    ...(line.beats.some((one) => one.quiet) ? (['quietBeats'] as const) : []),
  ]
  return (
    <ul className={styles.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <span className={styles.swatch} data-kind={kind} aria-hidden="true" />
          {sumWords(line, kind, words)}
        </li>
      ))}
      {extras.map((kind) => (
        <li key={kind}>
          <span
            className={styles.swatch}
            data-kind={kind === 'kind.call' ? 'call' : kind}
            aria-hidden="true"
          />
          {words.t(`today.line.${kind}`)}
        </li>
      ))}
    </ul>
  )
}
