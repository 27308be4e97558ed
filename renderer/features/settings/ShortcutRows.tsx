/** The global shortcuts: for the popup, for the help in a hard moment, for the lights; never the same keys for two. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/contract/settings.ts'
import { Row } from '../../design/Page.tsx'
import '../../text/breakSettingsText.ts'
import '../../text/roomText.ts'
import styles from './Settings.module.css'
import { ShortcutField } from './ShortcutField.tsx'

const all = ['shortcut', 'panicShortcut', 'lightsShortcut'] as const
type Which = (typeof all)[number]

export interface ShortcutRowsProps {
  settings: Settings
  onChange: (patch: Partial<Settings>) => void
}

export function ShortcutRows({ settings, onChange }: ShortcutRowsProps) {
  const { t } = useTranslation()
  const [same, setSame] = useState<Which | null>(null)

  function set(which: Which, keys: string | null) {
    const isSame = keys !== null && all.some((other) => other !== which && keys === settings[other])
    setSame(isSame ? which : null)
    if (!isSame) onChange({ [which]: keys })
  }
  const field = (which: Which, name: string) => (
    <section aria-label={name}>
      <ShortcutField shortcut={settings[which]} onChange={(keys) => set(which, keys)} />
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
      <Row label={t('settingsPage.shortcut')}>{field('shortcut', t('settingsPage.shortcut'))}</Row>
      <Row label={panic} about={t('breakSettings.elsewhere.panicAbout')}>
        {field('panicShortcut', panic)}
      </Row>
      <Row label={t('room.shortcut')} about={t('room.shortcutAbout')}>
        {field('lightsShortcut', t('room.shortcut'))}
      </Row>
    </>
  )
}
