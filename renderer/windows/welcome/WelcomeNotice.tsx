/** Said once before anything else: what Lull is, what it is not, and whom to call instead. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Lamp } from '../../design/Lamp.tsx'
import { CountryChoice } from '../../features/safety/CountryChoice.tsx'
import { callAddress, outward } from '../../features/safety/careLines.ts'
import { useCountryHelp } from '../../features/safety/useCountryHelp.ts'
import { useChangeSettings } from '../../features/settings/useSettings.ts'
import styles from './WelcomeNotice.module.css'

export function WelcomeNotice() {
  const { t } = useTranslation()
  const change = useChangeSettings()
  const [failed, setFailed] = useState(false)
  const accept = () => {
    setFailed(false)
    change({ noticeAcceptedAt: Date.now() }).catch(() => setFailed(true))
  }
  return (
    <main className={styles.welcome}>
      <div className={styles.words}>
        <Lamp state="resting" size="large" />
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.software')}</p>
        <p>{t('welcome.notInstead')}</p>
        <p>{t('welcome.adult')}</p>
        <Button look="filled" onClick={accept}>
          {t('welcome.begin')}
        </Button>
        {failed ? <p role="alert">{t('errors.INTERNAL')}</p> : null}
      </div>
      <PeopleNow />
    </main>
  )
}

function PeopleNow() {
  const { t } = useTranslation()
  const help = useCountryHelp(null)
  const line = help?.lines[0]
  if (help === undefined) return null
  return (
    <section className={styles.people} aria-label={t('welcome.people')}>
      {help && line ? (
        <>
          <p className={styles.small}>{t('welcome.personNow', { name: line.name, country: help.name })}</p>
          <p className={styles.numbers}>
            <a href={callAddress(line.dialable)} {...outward}>
              {line.shown}
            </a>
            <span className={styles.small}>
              {t('care.inDanger')}{' '}
              <a href={callAddress(help.emergency.dialable)} {...outward}>
                {help.emergency.shown}
              </a>
            </span>
          </p>
        </>
      ) : (
        <>
          <p className={styles.small}>{t('welcome.whichCountry')}</p>
          <CountryChoice country={null} />
        </>
      )}
    </section>
  )
}
