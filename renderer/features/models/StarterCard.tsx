/** What the popup offers while there is no model: a small one to begin with, labelled for what it is. */
import { useTranslation } from 'react-i18next'
import type { ModelsSnapshot } from '../../../electron/contract/models.ts'
import { Button } from '../../design/Button.tsx'
import { sizeWords, useLanguage } from '../../text/amounts.ts'
import { DownloadView } from './DownloadView.tsx'
import { ImportModel } from './ImportModel.tsx'
import styles from './Models.module.css'
import { useModelDoings } from './useModelDoings.ts'
import { starterModel } from './useModels.ts'

export function StarterCard({ models }: { models: ModelsSnapshot }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const doings = useModelDoings()
  // A download begun elsewhere is the one to show.
  const running = models.downloads[0]
  const offered = models.catalogue.find((entry) => entry.id === running?.catalogueId) ?? starterModel(models)
  const unused = models.installed[0]
  if (unused && !running) {
    return (
      <section className={styles.card} aria-label={t('models.starterLabel')}>
        <h2>{unused.title}</h2>
        <div className={styles.ways}>
          <Button look="filled" onClick={() => doings.select(unused.id)}>
            {t('models.use')}
          </Button>
        </div>
      </section>
    )
  }
  if (!offered) return null
  const size = sizeWords(offered.sizeBytes, language)
  return (
    <section className={styles.card} aria-label={t('models.starterLabel')}>
      <h2>{offered.title}</h2>
      <p>{offered.about}</p>
      <p className={styles.facts}>{[size, offered.licence, t('models.here')].join(' · ')}</p>
      {running ? <DownloadView download={running} doings={doings} /> : null}
      {running || models.importing ? null : (
        <div className={styles.ways}>
          <Button look="filled" onClick={() => doings.fetchModel(offered.id)}>
            {t('models.fetch', { size })}
          </Button>
        </div>
      )}
      <ImportModel importing={models.importing} doings={doings} label={t('models.orImport')} />
      {doings.failure ? <p role="alert">{t(`errors.${doings.failure}`)}</p> : null}
    </section>
  )
}
