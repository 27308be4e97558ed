/** The people someone named for such moments: the first one as large as any line. */
import { useTranslation } from 'react-i18next'
import type { OwnHelp } from '../../../electron/core/safety/tier.ts'
import { buttonClass } from '../../design/Button.tsx'
import { CopyButton } from '../../design/CopyButton.tsx'
import { mustSee } from '../chat/useStickToBottom.ts'
import styles from './CareCard.module.css'
import { callAddress, canCall, outward } from './careLines.ts'
import { PhoneCode } from './PhoneCode.tsx'

export function OwnBlock({ person, isFirst }: { person: OwnHelp; isFirst: boolean }) {
  const { t } = useTranslation()
  const { name, phone, how, professional } = person
  return (
    <div className={styles.block} {...(isFirst ? mustSee : null)}>
      <p className={isFirst ? styles.lead : styles.small}>{t('helpCard.first', { name })}</p>
      <p className={isFirst && phone ? styles.number : styles.smallNumber}>{phone ?? name}</p>
      {professional ? <p className={styles.small}>{t('helpCard.professionalOwn')}</p> : null}
      {how ? <p>{how}</p> : null}
      {phone && canCall(phone) ? (
        <div className={styles.ways}>
          <a className={buttonClass(isFirst ? 'filled' : 'chip')} href={callAddress(phone)} {...outward}>
            {t('care.call')}
            <span className="unseen">{name}</span>
          </a>
          <CopyButton text={phone} />
          <PhoneCode shown={phone} dialable={phone} />
        </div>
      ) : null}
    </div>
  )
}

export function OtherOwn({ people }: { people: readonly OwnHelp[] }) {
  const { t } = useTranslation()
  if (people.length === 0) return null
  return (
    <div className={styles.also}>
      <p className={styles.small}>{t('helpCard.alsoOwn')}</p>
      <ul className={styles.alsoList}>
        {people.map((person, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a card never changes once it is shown.
          <li key={index}>
            <OwnLine person={person} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function OwnLine({ person: { name, phone, how } }: { person: OwnHelp }) {
  return (
    <>
      {name}
      {phone && canCall(phone) ? (
        <>
          {' '}
          <a className={styles.inlineNumber} href={callAddress(phone)} {...outward}>
            {phone}
          </a>
        </>
      ) : null}
      {how ? ` (${how})` : null}
    </>
  )
}
