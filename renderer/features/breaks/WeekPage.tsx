/** Seven days of pauses: what was offered, taken and rated, what was not said, and whether speaking up changes anything. */
import { useTranslation } from 'react-i18next'
import { Section } from '../../design/Page.tsx'
import { Failed, Lede, Waiting } from './Frame.tsx'
import now from './Now.module.css'
import { OnOff } from './OnOff.tsx'
import { hrefOf } from './pausesAddress.ts'
import type { PauseWords } from './pauseWords.ts'
import { Card, SumCards } from './SumCards.tsx'
import styles from './Sums.module.css'
import { isEmptySums } from './sumRows.ts'
import { usePauseSums, usePauseWeek } from './usePauses.ts'
import { ratedWords, weekSentence } from './weekSentence.ts'

export interface WeekPageProps {
  fromDay: number
  words: PauseWords
}

const DAYS = 7

export function WeekPage({ fromDay, words }: WeekPageProps) {
  const week = usePauseWeek(fromDay)
  const weekBefore = usePauseSums(Math.max(0, fromDay - DAYS), Math.max(0, fromDay - 1))
  const { data, error } = week
  // The sentence would change under the eyes if the week before came later.
  if ((!data && !error) || weekBefore.isPending) return <Waiting />
  const compared = weekBefore.isPlaceholderData ? null : (weekBefore.data ?? null)
  return (
    <>
      <Lede>
        {data ? weekSentence(data.statistics, compared, words) : words.dates(fromDay, fromDay + DAYS - 1)}
      </Lede>
      {error ? <Failed error={error} onAgain={() => void week.refetch()} /> : null}
      {data ? <WeekBody week={data} words={words} /> : null}
    </>
  )
}

type Week = NonNullable<ReturnType<typeof usePauseWeek>['data']>

function WeekBody({ week, words }: { week: Week; words: PauseWords }) {
  const { t } = useTranslation()
  const { statistics, rated, onOff, firstDay } = week
  if (firstDay === null) return <p className={now.empty}>{t('pauses.week.empty')}</p>
  return (
    <>
      {isEmptySums(statistics) ? null : (
        <SumCards sums={statistics} words={words}>
          <Card title={t('pauses.week.rated')}>
            <p>{ratedWords(rated, words)}</p>
          </Card>
        </SumCards>
      )}
      <Section title={t('pauses.onOff.title')}>
        <OnOff onOff={onOff} words={words} />
        <p>
          <a className={styles.link} href={hrefOf({ view: 'learning' })}>
            {t('pauses.why.learning')}
          </a>
        </p>
      </Section>
    </>
  )
}
