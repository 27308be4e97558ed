/** One model on this machine: use it, or remove it after a second thought. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstalledModel } from '../../../electron/core/models/model.ts'
import { Button } from '../../design/Button.tsx'
import { sizeWords, useLanguage } from '../../text/amounts.ts'
import styles from './Models.module.css'
import type { ModelDoings } from './useModelDoings.ts'

export interface InstalledRowProps {
  model: InstalledModel
  isSelected: boolean
  doings: ModelDoings
}

export function InstalledRow({ model, isSelected, doings }: InstalledRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [asks, setAsks] = useState(false)
  const facts = [
    sizeWords(model.sizeBytes, language),
    model.licence ?? t('modelsPage.unknownLicence'),
    model.fileName,
  ]
  return (
    <li className={styles.installedRow}>
      <div className={styles.installedWords}>
        <h3>
          {model.title}
          {isSelected ? <span className={styles.tag}>{t('modelsPage.inUse')}</span> : null}
        </h3>
        <p className={styles.facts}>{facts.join(' · ')}</p>
      </div>
      {asks ? (
        <div className={styles.ways} role="alert">
          <span>{t('modelsPage.removeSure', { title: model.title })}</span>
          <Button look="danger" onClick={() => doings.remove(model.id)}>
            {t('modelsPage.removeYes')}
          </Button>
          <Button look="plain" onClick={() => setAsks(false)}>
            {t('modelsPage.keep')}
          </Button>
        </div>
      ) : (
        <div className={styles.ways}>
          {isSelected ? null : <Button onClick={() => doings.select(model.id)}>{t('modelsPage.use')}</Button>}
          <Button look="plain" onClick={() => setAsks(true)}>
            {t('modelsPage.remove')}
          </Button>
        </div>
      )}
    </li>
  )
}
