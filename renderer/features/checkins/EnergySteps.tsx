/** Energy in five steps, each a little taller than the one before. */
import { useTranslation } from 'react-i18next'
import styles from './Scales.module.css'
import { type Face, faces } from './useCheckinDraft.ts'

export interface EnergyStepsProps {
  energy: Face | null
  onChoose: (energy: Face) => void
}

export function EnergySteps({ energy, onChoose }: EnergyStepsProps) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.scale} data-row data-scale="energy">
      <legend className={styles.legend}>
        {t('checkins.energy')}
        {energy ? <span className={styles.chosen}>{t(`checkins.energies.${energy}`)}</span> : null}
      </legend>
      <div className={styles.steps}>
        {faces.map((step) => (
          <label key={step} className={styles.step} title={t(`checkins.energies.${step}`)}>
            <input
              type="radio"
              name="energy"
              className="unseen"
              value={step}
              checked={energy === step}
              aria-label={t(`checkins.energies.${step}`)}
              onChange={() => onChoose(step)}
            />
            <span className={styles.bar} data-lit={(energy ?? 0) >= step || undefined} aria-hidden="true" />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
