/** Which country a number belongs to, never without a way to change it; and what is shown while none is known. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Helpline } from '../../../electron/core/safety/tier.ts'
import { Button } from '../../design/Button.tsx'
import styles from './CareCard.module.css'
import { CountryChoice } from './CountryChoice.tsx'
import { outward } from './careLines.ts'

export function CountryLine({ country, name }: { country: string | null; name: string | null }) {
  const { t } = useTranslation()
  const [isChoosing, setChoosing] = useState(false)
  if (isChoosing) return <CountryChoice country={country} onChosen={() => setChoosing(false)} />
  return (
    <p className={styles.small}>
      {name === null ? null : `${name}\u00a0· `}
      <Button look="plain" className={styles.inline} onClick={() => setChoosing(true)}>
        {t('care.changeCountry')}
      </Button>
    </p>
  )
}

/** Directories as text: Lull opens no pages by itself. */
export function UnknownCountry({ lines }: { lines: readonly Helpline[] }) {
  const { t } = useTranslation()
  return (
    <div className={styles.block}>
      <p className={styles.lead}>{t('care.whichCountry')}</p>
      <CountryChoice country={null} />
      <p className={styles.small}>{t('care.directories')}</p>
      <ul className={styles.directories}>
        {lines.map((line) => (
          <li key={line.name}>
            <span>{line.name}</span>
            {line.url ? (
              <a className={styles.address} href={line.url} {...outward}>
                {line.url.replace(/^https:\/\//, '')}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
