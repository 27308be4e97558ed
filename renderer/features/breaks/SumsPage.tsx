/** All of it in sum, over a week, a month, a year, or ever; and the way to take it along. */
import { useTranslation } from 'react-i18next'
import type { BreakStatisticsView } from '../../../electron/contract/breaks.ts'
import bar from '../../design/PeriodBar.module.css'
import { ExportPauses } from './ExportPauses.tsx'
import { Failed, Lede, Waiting } from './Frame.tsx'
import { type SumSpan, sumSpans } from './pausesAddress.ts'
import type { PauseWords } from './pauseWords.ts'
import { restsWords, takenWords } from './pauseWords.ts'
import { SumCards } from './SumCards.tsx'
import styles from './Sums.module.css'
import { isEmptySums } from './sumRows.ts'
import { usePauseSums, usePauseWeek } from './usePauses.ts'

export interface SumsPageProps {
  span: SumSpan
  today: number
  words: PauseWords
  onSpan: (span: SumSpan) => void
}

const daysOf: Record<Exclude<SumSpan, 'all'>, number> = { week: 7, month: 30, year: 365 }

export const firstDayOf = (span: SumSpan, today: number): number =>
  span === 'all' ? 0 : Math.max(0, today - daysOf[span] + 1)

interface Spanned {
  span: SumSpan
  /** First day with anything, as far as it is known. */
  firstDay: number | null
}

function spanWords({ span, firstDay }: Spanned, { t, longDate }: PauseWords): string {
  if (span !== 'all') return t(`pauses.sums.in.${span}`)
  return firstDay === null
    ? t('pauses.sums.in.allOpen')
    : t('pauses.sums.in.all', { date: longDate(firstDay) })
}

export function sumsSentence(sums: BreakStatisticsView, spanned: Spanned, words: PauseWords): string {
  const { t, duration } = words
  const span = spanWords(spanned, words)
  const { taken, natural } = sums
  if (isEmptySums(sums)) {
    if (spanned.firstDay === null || spanned.span === 'all') return t('pauses.sums.sentenceNothing')
    return t(`pauses.sums.unknown.${spanned.span}`)
  }
  if (taken.times === 0) return t('pauses.sums.sentenceNone', { span })
  const rests =
    natural.times > 0 ? t('pauses.sums.sentenceRests', { rests: restsWords(natural.times, words) }) : ''
  const values = { span, taken: takenWords(taken.times, words), rests }
  return taken.restedMs < 60_000
    ? t('pauses.sums.sentenceNoLength', values)
    : t('pauses.sums.sentence', { ...values, length: duration(taken.restedMs) })
}

export function SumsPage({ span, today, words, onSpan }: SumsPageProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = usePauseSums(firstDayOf(span, today), today)
  const firstDay = usePauseWeek(Math.max(0, today - 6)).data?.firstDay ?? null
  if (!data && !error) return <Waiting />
  return (
    <>
      <Lede>{data ? sumsSentence(data, { span, firstDay }, words) : t('pauses.title')}</Lede>
      <fieldset className={`${bar.periods} ${styles.spans}`}>
        <legend className="unseen">{t('pauses.sums.label')}</legend>
        {sumSpans.map((one) => (
          <button
            key={one}
            type="button"
            className={bar.period}
            aria-pressed={one === span}
            onClick={() => onSpan(one)}
          >
            {t(`pauses.sums.span.${one}`)}
          </button>
        ))}
      </fieldset>
      {error ? <Failed error={error} onAgain={() => void refetch()} /> : null}
      {data && !isEmptySums(data) ? <SumCards sums={data} words={words} /> : null}
      {data && !(isEmptySums(data) && firstDay === null) ? <ExportPauses /> : null}
    </>
  )
}
