/** One of one's own people: how they are reached, and their place in the list. */
import { useTranslation } from 'react-i18next'
import type { OwnPerson } from '../../../electron/core/care/safetyPlan.ts'
import { Button, buttonClass } from '../../design/Button.tsx'
import { CloseSign, DownSign } from '../../design/icons.tsx'
import { callAddress, canCall, outward } from '../safety/careLines.ts'
import styles from './People.module.css'

export interface PersonRowProps {
  person: OwnPerson
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onEdit: () => void
  onRemove: () => void
}

export function PersonRow({ person, isFirst, isLast, onMove, onEdit, onRemove }: PersonRowProps) {
  const { t } = useTranslation()
  const { name, phone, how, professional } = person
  const marks = [isFirst ? t('people.comesFirst') : null, professional ? t('people.professional') : null]
  return (
    <>
      <div className={styles.who}>
        <p className={isFirst ? styles.nameFirst : styles.name}>{name}</p>
        <p className={styles.small}>{marks.filter((mark) => mark !== null).join(' · ')}</p>
        {phone ? <p className={styles.phone}>{phone}</p> : null}
        {how ? <p className={styles.small}>{how}</p> : null}
      </div>
      <div className={styles.doing}>
        {phone && canCall(phone) ? (
          <a className={buttonClass('chip')} href={callAddress(phone)} {...outward}>
            {t('people.call')}
            <span className="unseen">{name}</span>
          </a>
        ) : null}
        <Button look="plain" data-way="edit" onClick={onEdit}>
          {t('people.edit', { name })}
        </Button>
        <Button
          look="icon"
          className={styles.up ?? ''}
          data-way="up"
          aria-label={t('people.up', { name })}
          disabled={isFirst}
          onClick={() => onMove(-1)}
        >
          <DownSign />
        </Button>
        <Button
          look="icon"
          data-way="down"
          aria-label={t('people.down', { name })}
          disabled={isLast}
          onClick={() => onMove(1)}
        >
          <DownSign />
        </Button>
        <Button look="icon" aria-label={t('people.remove', { name })} onClick={onRemove}>
          <CloseSign />
        </Button>
      </div>
    </>
  )
}
