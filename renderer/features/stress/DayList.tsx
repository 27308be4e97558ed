/** The line of the day as a list: every stretch and every check-in with its times. */
import { useTranslation } from 'react-i18next'
import type { DayWords } from './dayWords.ts'
import { curveSummary, type DayLineModel } from './lineModel.ts'
import { faceOf } from './signalWords.ts'
import tables from './Tables.module.css'

interface Row {
  id: string
  atMs: number
  toMs: number | null
  what: string
}

function rowsOf(line: DayLineModel, { t }: DayWords): Row[] {
  const stretches = line.spans.map(({ kind, fromMs, toMs }) => ({
    id: `${kind}${fromMs}`,
    atMs: fromMs,
    toMs,
    what: t(`today.line.kind.${kind}`),
  }))
  const answers = line.checkins.map(({ id, atMs, mood }) => ({
    id,
    atMs,
    toMs: null,
    what: t('today.line.checkin', { mood: t(`checkins.moods.${faceOf(mood)}`) }),
  }))
  return [...stretches, ...answers].toSorted((a, b) => a.atMs - b.atMs)
}

export function DayList({ line, words }: { line: DayLineModel; words: DayWords }) {
  const { t } = useTranslation()
  const rows = rowsOf(line, words)
  if (rows.length === 0) return null
  return (
    <details className={tables.fold}>
      <summary>{t('today.line.list')}</summary>
      <p className={tables.summary}>{curveSummary(line, words)}</p>
      <section
        className={tables.scroll}
        aria-label={t('today.line.list')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard.
        tabIndex={0}
      >
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('today.line.listFrom')}</th>
              <th scope="col">{t('today.line.listTo')}</th>
              <th scope="col">{t('today.line.listWhat')}</th>
              <th scope="col">{t('today.line.listLength')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, atMs, toMs, what }) => (
              <tr key={id}>
                <td>{words.clock(atMs)}</td>
                <td>{toMs === null ? null : words.clock(toMs)}</td>
                <td>{what}</td>
                <td>{toMs === null ? null : words.duration(toMs - atMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
