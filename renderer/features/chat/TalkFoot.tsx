/** Under the field: who answers and where it runs, and the way to put a talk down. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { selectedModel, useModels } from '../models/useModels.ts'
import styles from './TalkFoot.module.css'

export function TalkFoot({ onStopHere }: { onStopHere: () => void }) {
  const { t } = useTranslation()
  const models = useModels()
  const model = models ? selectedModel(models) : null
  return (
    <footer className={styles.foot}>
      <span className={styles.voice}>
        {model ? t('talk.voice', { model: model.title }) : models ? t('talk.noVoice') : null}
      </span>
      <Button look="plain" className={styles.stop} onClick={onStopHere}>
        {t('talk.stopHere')}
      </Button>
    </footer>
  )
}
