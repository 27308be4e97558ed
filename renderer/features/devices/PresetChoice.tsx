/** How a value is sent: one of the senders Lull knows, or pointed at by hand. */
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type PresetId, presets } from '../../../electron/core/readings/presets.ts'
import { RadioSign } from '../../design/RadioSign.tsx'
import styles from './Reading.module.css'

export type How = PresetId | 'point'

export interface PresetChoiceProps {
  how: How
  /** Presets that read something in what just came. */
  fits: readonly PresetId[]
  onChoose: (how: How) => void
}

const ways: How[] = [...presets.map(({ id }) => id), 'point']

export function PresetChoice({ how, fits, onChoose }: PresetChoiceProps) {
  const { t } = useTranslation()
  const titleId = useId()
  return (
    <div className={styles.how}>
      <p id={titleId}>{t('mapping.how')}</p>
      <RadioGroup
        className={styles.ways}
        aria-labelledby={titleId}
        value={how}
        onValueChange={(value) => {
          const chosen = ways.find((way) => way === value)
          if (chosen) onChoose(chosen)
        }}
      >
        {ways.map((way) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the sign brings the input this label names.
          <label key={way} className={styles.way}>
            <RadioSign
              value={way}
              // Taking what stands there already is a choice too: later messages do not change it any more.
              onClick={() => onChoose(way)}
            />
            <span className={styles.wayWords}>
              <span className={styles.wayName}>
                {way === 'point' ? t('mapping.point') : t(`mapping.preset.${way}`)}
                {way !== 'point' && fits.includes(way) ? (
                  <span className={styles.fits}>{t('mapping.fits')}</span>
                ) : null}
              </span>
              <span className={styles.small}>
                {way === 'point' ? t('mapping.pointAbout') : t(`mapping.presetAbout.${way}`)}
              </span>
            </span>
          </label>
        ))}
      </RadioGroup>
    </div>
  )
}
