/** Sums on cards: what was offered and taken, how long, what with, what was not said, the longest stretch. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BreakStatisticsView } from '../../../electron/contract/breaks.ts'
import cards from '../stress/Cards.module.css'
import { hrefOf } from './pausesAddress.ts'
import type { PauseWords } from './pauseWords.ts'
import styles from './Sums.module.css'
import { armRows, kindRows, offeredRows, type SumRow, silenceSumRows } from './sumRows.ts'

interface SumsProps {
  sums: BreakStatisticsView
  words: PauseWords
}

export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={cards.card} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

export function SumCards({ sums, words, children }: SumsProps & { children?: ReactNode }) {
  const { t } = useTranslation()
  const kinds = kindRows(sums, words)
  const arms = armRows(sums, words)
  return (
    <div className={cards.cards}>
      <div className={cards.column}>
        <Card title={t('pauses.week.offered')}>
          <Rows rows={offeredRows(sums, words)} />
        </Card>
        {children}
        <Stretch sums={sums} words={words} />
      </div>
      <div className={cards.column}>
        {kinds.length + arms.length > 0 ? (
          <Card title={t('pauses.week.byKind')}>
            <Rows rows={kinds} />
            {arms.length > 0 ? <NamedRows name={t('pauses.week.byArm')} rows={arms} /> : null}
          </Card>
        ) : null}
        <Silences sums={sums} words={words} />
      </div>
    </div>
  )
}

function NamedRows({ name, rows }: { name: string; rows: readonly SumRow[] }) {
  return (
    <>
      <h3 className={styles.second}>{name}</h3>
      <Rows rows={rows} />
    </>
  )
}

function Rows({ rows }: { rows: readonly SumRow[] }) {
  return (
    <dl className={styles.rows}>
      {rows.map(({ name, value, isPart }) => (
        <div key={name} className={styles.row} data-part={isPart || undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Less is no stretch yet, on the first day of all. */
const LEAST_STRETCH_MS = 60_000

function Stretch({ sums: { longestStretch }, words }: SumsProps) {
  const { t } = useTranslation()
  return (
    <Card title={t('pauses.week.stretch')}>
      {longestStretch && longestStretch.longestStretchMs >= LEAST_STRETCH_MS ? (
        <p>
          <a className={styles.link} href={hrefOf({ view: 'day', day: longestStretch.workDay })}>
            {t('pauses.week.stretchWas', {
              length: words.duration(longestStretch.longestStretchMs),
              date: words.longDate(longestStretch.workDay),
            })}
          </a>
        </p>
      ) : (
        <p className={cards.small}>{t('pauses.week.stretchUnknown')}</p>
      )}
    </Card>
  )
}

function Silences({ sums, words }: SumsProps) {
  const { t } = useTranslation()
  const rows = silenceSumRows(sums, words)
  return (
    <Card title={t('pauses.week.silences')}>
      {rows.length > 0 ? <Rows rows={rows} /> : <p className={cards.small}>{t('pauses.week.none')}</p>}
    </Card>
  )
}
