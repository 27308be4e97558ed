/** Whom to call: two numbers always in sight, and everybody behind one press. Without a country, the plain sentence. */
import { useTranslation } from 'react-i18next'
import type { CareCard as Care, CountryHelp, OwnHelp } from '../../../../electron/core/safety/tier.ts'
import { useCare } from '../../care/useCare.ts'
import { CareCard } from '../../safety/CareCard.tsx'
import { CountryChoice } from '../../safety/CountryChoice.tsx'
import { callAddress, canCall, outward } from '../../safety/careLines.ts'
import { OtherOwn, OwnBlock } from '../../safety/OwnPeople.tsx'
import styles from './PanicView.module.css'

/** Null: the country is not known. Undefined: nobody has answered. */
type Help = CountryHelp | null | undefined

export function PanicNumbers({ help }: { help: Help }) {
  const { t } = useTranslation()
  const [own] = useOwnPeople().filter(({ phone }) => canCall(phone))
  // Two are enough to take in; the others are behind “People to call”.
  const line = own ? undefined : help?.lines.find(({ dialable }) => dialable !== '')
  const first = own?.phone ? (
    <p>
      {own.name}{' '}
      <a className={styles.number} href={callAddress(own.phone)} {...outward}>
        {own.phone}
      </a>
    </p>
  ) : null
  if (!help) {
    return (
      <div className={styles.numbers}>
        {first}
        <p>{t('panic.localEmergency')}</p>
      </div>
    )
  }
  return (
    <section className={styles.numbers} aria-label={t('care.label')}>
      {first}
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

/** A list is no help in a hard moment. */
const MOST_SHOWN = 3

/** As the engine knew them last; nobody while it was never there. */
const useOwnPeople = (): readonly OwnHelp[] => useCare()?.people.slice(0, MOST_SHOWN) ?? []

const careOf = (help: CountryHelp, own: readonly OwnHelp[]): Care => ({
  tier: 'high',
  country: help.country,
  countryName: help.name,
  // Nothing here says danger: whoever was put first is first.
  emergencyFirst: own.length === 0,
  emergency: help.emergency,
  lines: help.lines,
  own: [...own],
})

export function PanicPeople({ help }: { help: Help }) {
  const { t } = useTranslation()
  const own = useOwnPeople()
  return (
    <div className={styles.people}>
      <p className={styles.small}>{t('panic.near')}</p>
      {help ? <CareCard care={careOf(help, own)} /> : <WithoutCountry own={own} />}
      {help === null ? (
        <>
          <p>{t('care.whichCountry')}</p>
          <CountryChoice country={null} />
        </>
      ) : null}
    </div>
  )
}

function WithoutCountry({ own: [first, ...others] }: { own: readonly OwnHelp[] }) {
  const { t } = useTranslation()
  return (
    <>
      {first ? <OwnBlock person={first} isFirst /> : null}
      <OtherOwn people={others} />
      <p className={styles.lead}>{t('panic.localEmergency')}</p>
    </>
  )
}
