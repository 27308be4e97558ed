/** A talk before its first word: one sentence, and either the lamp or a voice to fetch. */
import { useTranslation } from 'react-i18next'
import { Lamp } from '../../design/Lamp.tsx'
import { StarterCard } from '../models/StarterCard.tsx'
import { selectedModel, useModels } from '../models/useModels.ts'
import styles from './EmptyTalk.module.css'

export function EmptyTalk() {
  const { t } = useTranslation()
  const models = useModels()
  if (!models) return null
  if (!selectedModel(models)) {
    return (
      <div className={styles.voiceless}>
        <h2>{t('empty.noModel')}</h2>
        <StarterCard models={models} />
      </div>
    )
  }
  return (
    <div className={styles.ready}>
      <Lamp state="waking" size="large" />
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.stays')}</p>
    </div>
  )
}

/** Beneath words that no model can answer yet. */
export function NoModelYet() {
  const models = useModels()
  return models && !selectedModel(models) ? <StarterCard models={models} /> : null
}
