/** One day of a week or month: how long, how often, how it was; what is not known stays an empty place. */
import { useTranslation } from 'react-i18next'
import type { DaySums } from '../../../electron/contract/presence.ts'
import { FaceSign } from '../checkins/FaceSign.tsx'
import { bandLabel } from './bandLabel.ts'
import type { DayWords } from './dayWords.ts'
import { nightlyEnds } from './NightLine.tsx'
import styles from './PeriodView.module.css'
import { type DailySeries, dayBar, isRestDay, type PeriodDay } from './periodDays.ts'
import { ScoreBand } from './ScoreBand.tsx'
import { type Band, needMostWords, strainWords } from './scoreWords.ts'
import { faceOf } from './signalWords.ts'

export interface DayRowProps {
  day: PeriodDay
  longestMs: number
  nightly: DailySeries | null
  /** Of the strain signal. */
  usual: Band
  words: DayWords
  onOpen: (workDay: number) => void
}

export function DayRow({ day, longestMs, nightly, usual, words, onOpen }: DayRowProps) {
  const { t } = useTranslation()
  const { workDay, sums, scores } = day
  return (
    <tr className={styles.row} data-known={sums !== null || undefined}>
      <th scope="row">
        <button type="button" className={styles.open} onClick={() => onOpen(workDay)}>
          <span aria-hidden="true">{words.shortDate(workDay)}</span>
          <span className="unseen">{words.date(workDay)}</span>
        </button>
      </th>
      <td>
        <Desk sums={sums} longestMs={longestMs} words={words} />
      </td>
      <td>
        <Score
          title={t('today.period.need')}
          value={scores?.needMost ?? null}
          usual={null}
          said={needMostWords(scores?.needMost ?? null, words)}
          words={words}
        />
      </td>
      <td>
        <Score
          title={t('today.period.strain')}
          value={scores?.strainMean ?? null}
          usual={usual}
          said={strainMeanWords(scores?.strainMean ?? null, usual, words)}
          words={words}
        />
      </td>
      <td>
        <Moods moods={day.moods} words={words} />
      </td>
      {nightly ? (
        <td>
          <Night value={day.nightly} series={nightly} words={words} />
        </td>
      ) : null}
    </tr>
  )
}

function strainMeanWords(mean: number | null, usual: Band, words: DayWords): string {
  return mean === null ? words.t('today.period.notKnown') : strainWords(mean, usual, 'clear', words)
}

function deskWords(sums: DaySums, { t, duration }: DayWords): string {
  const values = {
    active: duration(sums.activeMs),
    rests: t('today.period.restsWords', { count: sums.realRests }),
  }
  return sums.callMs === null || sums.callMs < 60_000
    ? t('today.period.deskWords', values)
    : t('today.period.deskWordsCalls', { ...values, calls: duration(sums.callMs) })
}

function Desk({ sums, longestMs, words }: { sums: DaySums | null; longestMs: number; words: DayWords }) {
  const { t } = useTranslation()
  if (sums === null) return <span className={styles.noDay}>{t('today.period.notKnown')}</span>
  if (isRestDay(sums)) return <span className={styles.restDay}>{t('today.period.restDay')}</span>
  const bar = dayBar(sums, longestMs)
  return (
    <div className={styles.desk}>
      <div className={styles.bar} role="img" aria-label={deskWords(sums, words)}>
        {(['work', 'call', 'rest'] as const).map((kind) =>
          bar[kind] > 0 ? (
            <span
              key={kind}
              className={styles.part}
              data-kind={kind}
              style={{ width: `${bar[kind] * 100}%` }}
            />
          ) : null,
        )}
      </div>
      <span className={styles.active} aria-hidden="true">
        {words.duration(sums.activeMs)}
      </span>
    </div>
  )
}

interface ScoreProps {
  title: string
  value: number | null
  said: string
  usual: Band
  words: DayWords
}

function Score({ title, value, said, usual, words }: ScoreProps) {
  if (value === null) return <Unknown />
  return (
    <ScoreBand
      size="small"
      label={bandLabel({ title, said, value, usual }, words)}
      value={value}
      usual={usual}
    />
  )
}

function Moods({ moods, words }: { moods: number[]; words: DayWords }) {
  const { t } = useTranslation()
  if (moods.length === 0) return <span className="unseen">{t('today.period.none')}</span>
  const shown = moods.slice(-MOST_FACES)
  return (
    <span className={styles.moods}>
      <span className="unseen">{words.list(moods.map((mood) => t(`checkins.moods.${faceOf(mood)}`)))}</span>
      {shown.map((mood, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: faces have no identity but their place.
        <FaceSign key={at} face={faceOf(mood)} />
      ))}
    </span>
  )
}

/** The last answers of a day; more of them would not fit a row. */
const MOST_FACES = 3

function Night({ value, series, words }: { value: number | null; series: DailySeries; words: DayWords }) {
  const { t } = useTranslation()
  if (value === null) return <Unknown />
  const said = t(series.kind === 'hr' ? 'today.unit.bpm' : 'today.unit.ms', { value: words.number(value) })
  return <ScoreBand size="small" label={said} value={value} usual={series.band} ends={nightlyEnds(series)} />
}

/** An empty place, with the word for those who do not see it. */
function Unknown() {
  const { t } = useTranslation()
  return (
    <span className={styles.nothing}>
      <span className="unseen">{t('today.period.notKnown')}</span>
    </span>
  )
}
