/** Takes the history along: tables any spreadsheet opens, or everything as JSON. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineClient } from '../../../electron/contract/index.ts'
import { Button } from '../../design/Button.tsx'
import { Section } from '../../design/Page.tsx'
import { useNotice } from '../../design/Toasts.tsx'
import { useLasting } from '../../design/times.ts'
import { errorCode, useClient } from '../../watch.ts'
import styles from './Sums.module.css'
import { saveText } from './saveText.ts'

type Exported = Awaited<ReturnType<EngineClient['breaks']['export']>>

export const exportForms = ['csv', 'silencesCsv', 'json'] as const
export type ExportForm = (typeof exportForms)[number]

interface SavedFile {
  name: string
  text: string
  type: string
}

/** The engine's name is for all of them; each gets its own ending. */
export function exportFile({ fileName, csv, suppressionsCsv, json }: Exported, form: ExportForm): SavedFile {
  if (form === 'json') return { name: `${fileName}.json`, text: json, type: 'application/json' }
  const type = 'text/csv;charset=utf-8'
  if (form === 'csv') return { name: `${fileName}.csv`, text: csv, type }
  return { name: `${fileName}-silences.csv`, text: suppressionsCsv, type }
}

/** A shorter wait is not worth a word. */
const SAID_AFTER_MS = 1000

export function ExportPauses() {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  const [isBusy, setBusy] = useState(false)
  const isLong = useLasting(isBusy, SAID_AFTER_MS)
  async function save(form: ExportForm) {
    setBusy(true)
    try {
      const { name, text, type } = exportFile(await client.breaks.export(), form)
      saveText(name, text, type)
      notice({ text: t('pauses.sums.saved', { name }) })
    } catch (error) {
      notice({ text: t(`errors.${errorCode(error)}`) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title={t('pauses.sums.export')} about={t('pauses.sums.exportAbout')}>
      <div className={styles.saves}>
        {exportForms.map((form) => (
          <Button key={form} disabled={isBusy} onClick={() => void save(form)}>
            {t(`pauses.sums.${form}`)}
          </Button>
        ))}
        <p className={styles.quiet} role="status">
          {isLong ? t('pauses.sums.gathering') : null}
        </p>
      </div>
    </Section>
  )
}
