/** What a person can change, and what Lull keeps and did: few things, each in one place. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '../../design/Button.tsx'
import { Choice } from '../../design/Choice.tsx'
import { Page, Row, Section } from '../../design/Page.tsx'
import { Switch } from '../../design/Switch.tsx'
import '../../text/breakSettingsText.ts'
import { CheckinSettings } from '../checkins/CheckinSettings.tsx'
import { useShell } from '../models/ImportModel.tsx'
import { PrivacySections } from '../privacy/PrivacySections.tsx'
import { useCountries } from '../safety/useCountryHelp.ts'
import styles from './Settings.module.css'
import { ShortcutRows } from './ShortcutRows.tsx'
import { ThemeChoice } from './ThemeChoice.tsx'
import { useSaidChange, useSettings } from './useSettings.ts'

export default function SettingsPage() {
  const { t } = useTranslation()
  const settings = useSettings()
  const { change, failure } = useSaidChange()
  const shell = useShell()
  const loginId = useId()
  if (!settings) return null

  return (
    <Page title={t('settingsPage.title')}>
      {failure ? <p role="alert">{t('settingsPage.notSaved', { reason: t(`errors.${failure}`) })}</p> : null}
      <Section title={t('settingsPage.look')}>
        <ThemeChoice theme={settings.theme} onChoose={(theme) => change({ theme })} />
      </Section>
      <Section title={t('settingsPage.help')}>
        <Row label={t('settingsPage.country')} about={t('settingsPage.countryAbout')}>
          <CountrySetting country={settings.country} onChoose={(country) => change({ country })} />
        </Row>
      </Section>
      <Section title={t('settingsPage.reach')}>
        {shell?.present ? (
          <>
            <ShortcutRows settings={settings} onChange={change} />
            <Row label={t('settingsPage.login')} about={t('settingsPage.loginAbout')} labelId={loginId}>
              <Switch
                labelId={loginId}
                on={settings.openAtLogin}
                onSwitch={(openAtLogin) => change({ openAtLogin })}
              />
            </Row>
          </>
        ) : (
          <p className={styles.small}>{t('settingsPage.shortcutBrowser')}</p>
        )}
      </Section>
      <Section title={t('breakSettings.elsewhere.pauses')}>
        <Row label={t('breakSettings.elsewhere.what')}>
          <a href="#/pauses/settings" className={buttonClass('chip')}>
            {t('breakSettings.elsewhere.open')}
          </a>
        </Row>
      </Section>
      <CheckinSettings />
      <PrivacySections />
      <Section title={t('settingsPage.about')}>
        <p className={styles.small}>
          {shell ? t('settingsPage.version', { version: shell.appVersion }) : null}
          {' · '}
          {t('settingsPage.aboutWords')}
        </p>
      </Section>
    </Page>
  )
}

const bySystem = 'system'

function CountrySetting(props: { country: string | null; onChoose: (country: string | null) => void }) {
  const { t } = useTranslation()
  const known = useCountries()
  if (!known) return null
  const bySystemName = known.countries.find(({ country }) => country === known.current)?.name
  const systemLabel =
    known.source === 'unknown' || bySystemName === undefined || props.country !== null
      ? t('settingsPage.themes.system')
      : t('settingsPage.countrySystem', { name: bySystemName })
  const options = [
    { value: bySystem, label: systemLabel },
    ...known.countries.map(({ country, name }) => ({ value: country, label: name })),
  ]
  return (
    <Choice
      label={t('settingsPage.country')}
      value={props.country ?? bySystem}
      options={options}
      placeholder={t('settingsPage.countryUnknown')}
      onChoose={(value) => props.onChoose(value === bySystem ? null : value)}
    />
  )
}
