/** A week or a month: one small row for each day, drawn alike so that days can be seen beside each other. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../design/Page.tsx'
import { errorCode } from '../../watch.ts'
import { DayRow } from './DayRow.tsx'
import type { DayWords } from './dayWords.ts'
import styles from './PeriodView.module.css'
import { longestDayMs, mainSeries, periodDays, periodSentence } from './periodDays.ts'
import { useDays, useStressNow } from './useDay.ts'

export interface PeriodViewProps {
  fromDay: number
  toDay: number
  /** Bounds of the period in time, for the check-ins. */
  fromMs: number
  toMs: number
  above: ReactNode
  words: DayWords
  onOpen: (workDay: number) => void
}

export default function PeriodView(props: PeriodViewProps) {
  const { t } = useTranslation()
  const { fromDay, toDay, fromMs, toMs, above, words, onOpen } = props
  // What is usual now stands behind every day, so that days can be compared with it.
  const usual = useStressNow()?.strain.usual ?? null
  const { presence, stress, checkins } = useDays(fromDay, toDay, fromMs, toMs)
  const error = presence.error ?? stress.error
  if (presence.isPending || stress.isPending)
    return <Page title={words.dates(fromDay, toDay)} above={above} />
  const nightly = mainSeries(stress.data?.daily ?? [])
  const days = periodDays({
    fromDay,
    toDay,
    sums: presence.data?.days ?? [],
    scores: stress.data?.days ?? [],
    checkins: checkins.data?.checkins ?? [],
    nightly,
  })
  const longestMs = longestDayMs(days)
  return (
    <Page title={periodSentence(days, words)} above={above}>
      {error ? <p role="alert">{t(`errors.${errorCode(error)}`)}</p> : null}
      <ul className={styles.legend}>
        {(['work', 'call', 'rest'] as const).map((kind) => (
          <li key={kind}>
            <span className={styles.part} data-kind={kind} aria-hidden="true" />
            {t(`today.line.kind.${kind}`)}
          </li>
        ))}
        <li>
          <span className={styles.usualSwatch} aria-hidden="true" />
          {t('today.line.usual')}
        </li>
      </ul>
      <table className={styles.table} data-many={days.length > 7 || undefined}>
        <caption className="unseen">{t('today.period.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('today.period.day')}</th>
            <th scope="col">{t('today.period.desk')}</th>
            <th scope="col">{t('today.period.need')}</th>
            <th scope="col">{t('today.period.strain')}</th>
            <th scope="col">{t('today.period.moods')}</th>
            {nightly ? <th scope="col">{t('today.period.nightly')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <DayRow
              key={day.workDay}
              day={day}
              longestMs={longestMs}
              nightly={nightly}
              usual={usual}
              words={words}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </Page>
  )
}
