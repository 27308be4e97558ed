/** Whom to call: two numbers always in sight, and everybody behind one press. Without a country, the plain sentence. */
import { useTranslation } from 'react-i18next'
import type { CareCard as Care, CountryHelp } from '../../../../electron/core/safety/tier.ts'
import { CareCard } from '../../safety/CareCard.tsx'
import { CountryChoice } from '../../safety/CountryChoice.tsx'
import { callAddress, outward } from '../../safety/careLines.ts'
import styles from './PanicView.module.css'

/** Null: the country is not known. Undefined: nobody has answered. */
type Help = CountryHelp | null | undefined

export function PanicNumbers({ help }: { help: Help }) {
  const { t } = useTranslation()
  const line = help?.lines.find(({ dialable }) => dialable !== '')
  if (!help) return <p className={styles.numbers}>{t('panic.localEmergency')}</p>
  return (
    <section className={styles.numbers} aria-label={t('care.label')}>
      <p>
        {t('care.inDanger')}{' '}
        <a className={styles.number} href={callAddress(help.emergency.dialable)} {...outward}>
          {help.emergency.shown}
        </a>
      </p>
      {line ? (
        <p>
          {t('panic.person', { name: line.name })}{' '}
          <a className={styles.number} href={callAddress(line.dialable)} {...outward}>
            {line.shown}
          </a>
        </p>
      ) : null}
    </section>
  )
}

const careOf = (help: CountryHelp): Care => ({
  tier: 'high',
  country: help.country,
  countryName: help.name,
  emergencyFirst: true,
  emergency: help.emergency,
  lines: help.lines,
})

export function PanicPeople({ help }: { help: Help }) {
  const { t } = useTranslation()
  return (
    <div className={styles.people}>
      <p className={styles.small}>{t('panic.near')}</p>
      {help ? <CareCard care={careOf(help)} /> : <p className={styles.lead}>{t('panic.localEmergency')}</p>}
      {help === null ? (
        <>
          <p>{t('care.whichCountry')}</p>
          <CountryChoice country={null} />
        </>
      ) : null}
    </div>
  )
}
