/** The two global shortcuts: one opens the popup, one the help for a hard moment; never the same keys for both. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/contract/settings.ts'
import { Row } from '../../design/Page.tsx'
import '../../text/breakSettingsText.ts'
import styles from './Settings.module.css'
import { ShortcutField } from './ShortcutField.tsx'

type Which = 'shortcut' | 'panicShortcut'

export interface ShortcutRowsProps {
  settings: Settings
  onChange: (patch: Partial<Settings>) => void
}

export function ShortcutRows({ settings, onChange }: ShortcutRowsProps) {
  const { t } = useTranslation()
  const [same, setSame] = useState<Which | null>(null)

  function set(which: Which, other: Which, keys: string | null) {
    const isSame = keys !== null && keys === settings[other]
    setSame(isSame ? which : null)
    if (!isSame) onChange({ [which]: keys })
  }
  const field = (which: Which, other: Which, name: string) => (
    <section aria-label={name}>
      <ShortcutField shortcut={settings[which]} onChange={(keys) => set(which, other, keys)} />
      {same === which ? (
        <p role="alert" className={styles.small}>
          {t('breakSettings.elsewhere.sameKeys')}
        </p>
      ) : null}
    </section>
  )
  const panic = t('breakSettings.elsewhere.panic')
  return (
    <>
      <Row label={t('settingsPage.shortcut')}>
        {field('shortcut', 'panicShortcut', t('settingsPage.shortcut'))}
      </Row>
      <Row label={panic} about={t('breakSettings.elsewhere.panicAbout')}>
        {field('panicShortcut', 'shortcut', panic)}
      </Row>
    </>
  )
}
