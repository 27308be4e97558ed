/** Light, dark or as the system says, each shown as what it is. */
import { RadioGroup } from '@base-ui/react/radio-group'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/contract/settings.ts'
import { RadioSign } from '../../design/RadioSign.tsx'
import styles from './Settings.module.css'

const themes = ['system', 'light', 'dark'] as const

export interface ThemeChoiceProps {
  theme: Settings['theme']
  onChoose: (theme: Settings['theme']) => void
}

export function ThemeChoice({ theme, onChoose }: ThemeChoiceProps) {
  const { t } = useTranslation()
  return (
    <RadioGroup
      className={styles.themes}
      aria-label={t('settingsPage.theme')}
      value={theme}
      onValueChange={(value) => {
        const chosen = themes.find((name) => name === value)
        if (chosen) onChoose(chosen)
      }}
    >
      {themes.map((name) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the sign brings the input this label names.
        <label key={name} className={styles.theme}>
          <RadioSign value={name} />
          {t(`settingsPage.themes.${name}`)}
          <span className={styles.sample} data-sample={name} aria-hidden="true" />
        </label>
      ))}
    </RadioGroup>
  )
}
