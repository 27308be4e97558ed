/** Under a message that offers it: the way to a plan of one's own. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import '../../text/careText.ts'
import { useOpenPlace } from '../../windows/places.ts'
import styles from './PlanOffer.module.css'

export function PlanOffer() {
  const { t } = useTranslation()
  const openPlace = useOpenPlace()
  return (
    <div className={styles.offer}>
      <Button onClick={() => openPlace('people', 'plan')}>{t('planOffer.open')}</Button>
      <p>{t('planOffer.about')}</p>
    </div>
  )
}
