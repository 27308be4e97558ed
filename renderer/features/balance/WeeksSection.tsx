/** Weeks of talk as calm bars, newest first: how long, how much of it at night, whom the person spoke of. */
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { WeekOfUse } from '../../../electron/core/balance/weeks.ts'
import { Section } from '../../design/Page.tsx'
import { useLanguage } from '../../text/amounts.ts'
import type { DayWords } from '../stress/dayWords.ts'
import styles from './Balance.module.css'
import { nameOfWeek, type WeekBar, weekBars } from './balanceWeeks.ts'
import { lengthWords, weekFacts } from './weekWords.ts'

const DAY_MS = 86_400_000

export interface WeeksSectionProps {
  weeks: readonly WeekOfUse[]
  /** Day number. */
  thisMonday: number
  words: DayWords
}

export function WeeksSection({ weeks, thisMonday, words }: WeeksSectionProps) {
  const { t } = useTranslation()
  const bars = weekBars(weeks)
  if (weeks.length === 0) {
    return (
      <Section title={t('balance.weeks.title')}>
        <p>{t('balance.weeks.none')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('balance.weeks.title')} about={t('balance.weeks.about')}>
      <ol className={styles.weeks}>
        {weeks.map((week, index) => (
          <Week key={week.workDay} week={week} bar={bars[index]} thisMonday={thisMonday} words={words} />
        ))}
      </ol>
    </Section>
  )
}

interface WeekProps extends Omit<WeeksSectionProps, 'weeks'> {
  week: WeekOfUse
  bar: WeekBar | undefined
}

function Week({ week, bar, thisMonday, words }: WeekProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const name = nameOfWeek(week, thisMonday)
  // A day number is a calendar day; it has no zone.
  const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const shares = { '--day': bar?.day ?? 0, '--night': bar?.night ?? 0 } as CSSProperties
  return (
    <li className={styles.week}>
      <p className={styles.weekName}>
        {name
          ? t(`balance.weeks.${name}`)
          : t('balance.weeks.since', { date: date.format(week.workDay * DAY_MS) })}
      </p>
      <div className={styles.bar} style={shares} aria-hidden="true">
        <span className={styles.dayPart} />
        <span className={styles.nightPart} />
      </div>
      <p className={styles.length}>{lengthWords(week, words)}</p>
      <p className={styles.facts}>{weekFacts(week, words).join(' · ')}</p>
    </li>
  )
}
