/** The rows a moment's scores came from, as they are kept: minutes, windows of beats, readings, the check-in. */
import { useTranslation } from 'react-i18next'
import { refusalWords } from './BeatsCard.tsx'
import type { DayWords } from './dayWords.ts'
import styles from './Explain.module.css'
import type { Explanation } from './Explain.tsx'
import { faceOf } from './signalWords.ts'
import { sourceWords } from './sourceWords.ts'
import tables from './Tables.module.css'

export function ExplainRows({ data, words }: { data: Explanation; words: DayWords }) {
  const { t } = useTranslation()
  const { beats, checkin } = data
  return (
    <details className={tables.fold}>
      <summary>{t('today.explain.rows')}</summary>
      <div className={tables.folded}>
        <h3 className={styles.rowsTitle}>{t('today.explain.minutes')}</h3>
        <Minutes minutes={data.minutes} words={words} />
        <h3 className={styles.rowsTitle}>{t('today.explain.windows')}</h3>
        <Windows windows={data.windows} words={words} />
        {beats.rows > 0 ? (
          <p className={styles.small}>
            {t('today.explain.beatRows', {
              count: beats.rows,
              n: words.number(beats.rows),
              span: beats.fromMs === null || beats.toMs === null ? '' : words.span(beats.fromMs, beats.toMs),
            })}
          </p>
        ) : null}
        {checkin ? (
          <p>
            {t('today.explain.checkin', {
              clock: words.clock(checkin.atMs),
              mood: t(`checkins.moods.${faceOf(checkin.mood)}`),
            })}
          </p>
        ) : null}
      </div>
    </details>
  )
}

/** Columns in the order a person would look for them; others follow by their own name. */
const minuteColumns = [
  'atMs',
  'workSeconds',
  'restSeconds',
  'unknownSeconds',
  'activeSeconds',
  'callSeconds',
  'sharingSeconds',
  'fullScreenSeconds',
  'quietSeconds',
  'switches',
  'commsSeconds',
  'devSeconds',
  'docsSeconds',
  'mediaSeconds',
  'otherSeconds',
  'keys',
  'deletes',
  'pauses',
  'shortPauses',
  'clicks',
  'scrolls',
  'pathPx',
  'lateMinutes',
  'daySpanHours',
  'loopLagMs',
  'temperatureC',
  'cpuShare',
  'memoryShare',
  'onBattery',
] as const
/** Said by the time of the row itself. */
const unsaid = new Set(['minuteOfDay', 'workDay'])
type MinuteColumn = (typeof minuteColumns)[number]
const isNamed = (column: string): column is MinuteColumn => minuteColumns.some((one) => one === column)

/** Columns in which at least one row says something. */
export function spokenColumns(rows: Explanation['minutes']): string[] {
  const spoken = new Set(
    rows.flatMap((row) => Object.entries(row).flatMap(([name, value]) => (value === null ? [] : [name]))),
  )
  const others = [...spoken].filter((name) => !isNamed(name) && !unsaid.has(name)).toSorted()
  return [...minuteColumns.filter((name) => spoken.has(name)), ...others]
}

function Minutes({ minutes, words }: { minutes: Explanation['minutes']; words: DayWords }) {
  const { t } = useTranslation()
  if (minutes.length === 0) return <p className={styles.small}>{t('today.explain.minutesNone')}</p>
  const columns = spokenColumns(minutes)
  const cell = (name: string, value: number | boolean | null | undefined): string => {
    if (value === null || value === undefined) return '·'
    if (name === 'atMs') return words.clock(Number(value))
    if (typeof value === 'boolean') return t(value ? 'today.explain.yes' : 'today.explain.no')
    return words.number(value, 2)
  }
  return (
    <Scrolled label={t('today.explain.minutes')}>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col" className={tables.number}>
              {isNamed(name) ? t(`today.explain.column.${name}`) : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {minutes.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a moment never change their order.
          <tr key={at}>
            {columns.map((name) => (
              <td key={name} className={tables.number}>
                {cell(name, row[name])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Scrolled>
  )
}

const windowColumns = ['at', 'source', 'n', 'hr', 'rmssd', 'coverage', 'rejected', 'judged'] as const

function Windows({ windows, words }: { windows: Explanation['windows']; words: DayWords }) {
  const { t } = useTranslation()
  if (windows.length === 0) return <p className={styles.small}>{t('today.explain.windowsNone')}</p>
  const number = (value: number | null) => (value === null ? '·' : words.number(value, 1))
  const share = (value: number | null) => (value === null ? '·' : words.percent(value))
  return (
    <Scrolled label={t('today.explain.windows')}>
      <thead>
        <tr>
          {windowColumns.map((name) => (
            <th key={name} scope="col">
              {t(`today.explain.windowColumns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {windows.map((one) => (
          <tr key={`${one.source}${one.atMs}`} data-quiet={one.refused.length > 0 || undefined}>
            <td>{words.clock(one.atMs)}</td>
            <td>{sourceWords(one.source, words)}</td>
            <td className={tables.number}>{words.number(one.n)}</td>
            <td className={tables.number}>{number(one.hrBpm)}</td>
            <td className={tables.number}>{number(one.rmssdMs)}</td>
            <td className={tables.number}>{share(one.coverage)}</td>
            <td className={tables.number}>{share(one.rejectedShare)}</td>
            <td>
              {one.refused.length === 0
                ? t(one.quiet ? 'today.explain.quiet' : 'today.explain.good')
                : words.list(one.refused.map((reason) => refusalWords(reason, words)))}
            </td>
          </tr>
        ))}
      </tbody>
    </Scrolled>
  )
}

function Scrolled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <section
      className={tables.scroll}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard.
      tabIndex={0}
    >
      <table className={tables.table}>{children}</table>
    </section>
  )
}
