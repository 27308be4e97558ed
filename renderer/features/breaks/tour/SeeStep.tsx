/** One nudge on purpose, and plain words for when it cannot come. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import { useShell } from '../../models/ImportModel.tsx'
import type { BreakForm } from '../settings/FormPicture.tsx'
import styles from './Tour.module.css'
import type { Showing } from './useShowOne.ts'

export interface SeeStepProps {
  form: BreakForm
  showing: Showing
  show: () => void
}

export function SeeStep({ form, showing, show }: SeeStepProps) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('breakTour.see.words')}</p>
      {showing.state === 'waits' ? null : (
        <p>
          <Button disabled={showing.state === 'shown'} onClick={show}>
            {t(showing.state === 'over' ? 'breakTour.see.again' : 'breakTour.see.show')}
          </Button>
        </p>
      )}
      <div role="status" className={styles.said}>
        <ShowingWords form={form} showing={showing} />
      </div>
    </>
  )
}

function ShowingWords({ form, showing }: Omit<SeeStepProps, 'show'>) {
  const { t } = useTranslation()
  const hasShell = useShell()?.present ?? true
  switch (showing.state) {
    case 'notYet':
      return null
    case 'shown':
      return t(`breakTour.see.shown.${hasShell ? form : 'page'}`)
    case 'over':
      return t('breakTour.see.over')
    case 'waits':
      return t('breakTour.see.waits')
    case 'open':
      return t('breakTour.see.open')
    case 'failed':
      return t('breakTour.see.failed', { reason: t(`errors.${showing.code}`) })
  }
}
