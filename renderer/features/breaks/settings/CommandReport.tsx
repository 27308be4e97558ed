/** How a command of the person's own went: in words, with its exit code and what it printed. */
import { useTranslation } from 'react-i18next'
import type { CommandReport as Report } from '../../../../electron/contract/breaks.ts'
import { Button } from '../../../design/Button.tsx'
import styles from './BreakSettings.module.css'

export interface CommandReportProps {
  title?: string
  report: Report
  onPutAway: () => void
}

export function CommandReport({ title, report, onPutAway }: CommandReportProps) {
  const { t } = useTranslation()
  const { outcome, exitCode, output, outputCut } = report
  return (
    <div className={styles.report} data-good={outcome === 'done' || undefined}>
      {title ? <p className={styles.small}>{title}</p> : null}
      <p role="status">
        {t(`breakSettings.commands.outcome.${outcome}`)}{' '}
        {exitCode === null ? null : (
          <span className={styles.small}>{t('breakSettings.commands.exitCode', { code: exitCode })}</span>
        )}
      </p>
      {output === '' ? (
        <p className={styles.small}>{t('breakSettings.commands.outputNone')}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it. */}
          <section className={styles.output} aria-label={t('breakSettings.commands.output')} tabIndex={0}>
            {output}
          </section>
          {outputCut ? <p className={styles.small}>{t('breakSettings.commands.outputCut')}</p> : null}
        </>
      )}
      <p>
        <Button onClick={onPutAway}>{t('breakSettings.commands.putAway')}</Button>
      </p>
    </div>
  )
}
