/** All voices: those on this machine, those that can be fetched, and a file of one's own. */
import { useTranslation } from 'react-i18next'
import { Page, Section } from '../../design/Page.tsx'
import { sizeWords, useLanguage } from '../../text/amounts.ts'
import { ImportModel } from './ImportModel.tsx'
import { InstalledRow } from './InstalledRow.tsx'
import styles from './Models.module.css'
import { OfferedCard } from './OfferedCard.tsx'
import { useModelDoings } from './useModelDoings.ts'
import { selectedModel, useModels } from './useModels.ts'

export default function ModelsPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const models = useModels()
  const doings = useModelDoings()
  if (!models) return null
  const isOnDisk = (catalogueId: string) =>
    models.installed.some((model) => model.catalogueId === catalogueId)
  return (
    <Page title={selectedModel(models) ? t('modelsPage.title') : t('modelsPage.titleNone')}>
      {doings.failure ? (
        <p role="alert" className={styles.alert}>
          {t(`errors.${doings.failure}`)}
        </p>
      ) : null}
      {models.installed.length > 0 ? (
        <Section title={t('modelsPage.installed')}>
          <ul className={styles.installed}>
            {models.installed.map((model) => (
              <InstalledRow
                key={model.id}
                model={model}
                isSelected={model.id === models.selectedId}
                doings={doings}
              />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section
        title={t('modelsPage.offered')}
        about={t('modelsPage.fitAbout', { size: sizeWords(models.availableMemoryBytes, language) })}
      >
        <ul className={styles.offered}>
          {models.catalogue.map((entry) => (
            <OfferedCard
              key={entry.id}
              entry={entry}
              isOnDisk={isOnDisk(entry.id)}
              download={models.downloads.find(({ catalogueId }) => catalogueId === entry.id) ?? null}
              doings={doings}
            />
          ))}
        </ul>
      </Section>
      <Section title={t('modelsPage.importTitle')} about={t('modelsPage.importAbout')}>
        <ImportModel importing={models.importing} doings={doings} label={t('modelsPage.importFile')} />
      </Section>
    </Page>
  )
}
