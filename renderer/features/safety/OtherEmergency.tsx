/** Where police or ambulance answer at numbers of their own: these, beside the one for danger. */
import { useTranslation } from 'react-i18next'
import styles from './CareCard.module.css'
import { callAddress, outward } from './careLines.ts'
import { useCountryHelp } from './useCountryHelp.ts'

export function OtherEmergency({ country }: { country: string | null }) {
  const { t } = useTranslation()
  const others = useCountryHelp(country, country !== null)?.otherEmergency ?? []
  return others.map(({ for: whom, shown, dialable }) => (
    <p key={`${whom} ${shown}`} className={styles.small}>
      {t(`helpCard.other.${whom}`)}{' '}
      <a className={styles.inlineNumber} href={callAddress(dialable)} {...outward}>
        {shown}
      </a>
    </p>
  ))
}
