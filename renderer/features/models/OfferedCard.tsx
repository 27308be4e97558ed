/** One entry of the catalogue, labelled honestly: what it is like, what it needs, where it comes from. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Download } from '../../../electron/core/models/model.ts'
import { Button } from '../../design/Button.tsx'
import { sizeWords, useLanguage } from '../../text/amounts.ts'
import { DownloadView, sourceName } from './DownloadView.tsx'
import styles from './Models.module.css'
import type { ModelDoings } from './useModelDoings.ts'
import type { OfferedModel } from './useModels.ts'

export interface OfferedCardProps {
  entry: OfferedModel
  isOnDisk: boolean
  download: Download | null
  doings: ModelDoings
}

export function OfferedCard({ entry, isOnDisk, download, doings }: OfferedCardProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const size = sizeWords(entry.sizeBytes, language)
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <h3>{entry.title}</h3>
        <span className={styles.fit} data-fit={entry.fit}>
          {t(`modelsPage.fit.${entry.fit}`)}
        </span>
      </div>
      <p>{entry.about}</p>
      <p className={styles.facts}>{[size, entry.licence].join(' · ')}</p>
      {isOpen ? <Details entry={entry} /> : null}
      <div className={styles.cardEnd}>
        {download ? (
          <DownloadView download={download} doings={doings} />
        ) : (
          <div className={styles.ways}>
            {isOnDisk ? (
              <span className={styles.facts}>{t('modelsPage.fetched')}</span>
            ) : (
              <Button onClick={() => doings.fetchModel(entry.id)}>{t('models.fetch', { size })}</Button>
            )}
            <Button look="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? t('modelsPage.less') : t('modelsPage.more')}
              <span className="unseen">{entry.title}</span>
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}

function Details({ entry }: { entry: OfferedModel }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = new Intl.DisplayNames(language, { type: 'language' })
  const facts = [
    [t('modelsPage.limits'), entry.limits],
    [t('modelsPage.languages'), entry.languages.map((code) => names.of(code) ?? code).join(', ')],
    [t('modelsPage.memory'), sizeWords(entry.memoryBytes, language)],
    [t('modelsPage.licence'), `${entry.licence} (${entry.licenceUrl.replace(/^https:\/\//, '')})`],
    [t('modelsPage.from'), entry.sources.map(sourceName).join(', ')],
  ] as const
  return (
    <dl className={styles.details}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
