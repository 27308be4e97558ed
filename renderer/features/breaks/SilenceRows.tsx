/** Silences with one reason, folded away: opened, at most fifty at a time, so that hundreds stay quick. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SuppressionView } from '../../../electron/contract/breaks.ts'
import { Button } from '../../design/Button.tsx'
import tables from '../stress/Tables.module.css'
import type { PauseWords } from './pauseWords.ts'
import styles from './Timeline.module.css'

const SHOWN_AT_ONCE = 50

export interface SilenceRowsProps {
  summary: string
  /** Newest first. */
  rows: readonly SuppressionView[]
  words: PauseWords
}

export function SilenceRows({ summary, rows, words }: SilenceRowsProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      className={`${tables.fold} ${styles.fold}`}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{summary}</summary>
      {isOpen ? <Rows rows={rows} words={words} label={summary} /> : null}
    </details>
  )
}

interface RowsProps {
  label: string
  rows: readonly SuppressionView[]
  words: PauseWords
}

function Rows({ label, rows, words }: RowsProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(SHOWN_AT_ONCE)
  const more = rows.length - shown
  return (
    <>
      <section
        className={tables.scroll}
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard.
        tabIndex={0}
      >
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('pauses.silences.when')}</th>
              <th scope="col">{t('pauses.silences.what')}</th>
              <th scope="col" className={tables.number}>
                {t('pauses.silences.held')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={row.row}>
                <td>{words.span(row.fromMs, Math.max(row.fromMs, row.toMs))}</td>
                <td className={tables.wraps}>
                  {t('pauses.silences.row', {
                    kind: t(`pauses.kindName.${row.kind}`),
                    because: t(`pauses.day.because.${row.because}`),
                  })}
                </td>
                <td className={tables.number}>{words.duration(row.heldMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 ? (
        <p className={styles.more}>
          <Button onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
            {t('pauses.silences.more', { n: words.number(Math.min(more, SHOWN_AT_ONCE)) })}
          </Button>
        </p>
      ) : null}
    </>
  )
}
