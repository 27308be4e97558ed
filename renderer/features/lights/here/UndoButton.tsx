/** Takes back what was just done, with the seconds left for it; those are for the eye alone. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/Button.tsx'
import { useSecondsLeft } from '../useSecondsLeft.ts'
import styles from './LightsHere.module.css'
import type { Announced } from './roomLine.ts'

export interface UndoButtonProps {
  announced: Announced
  onUndo: (claimId: number) => void
}

export function UndoButton({ announced, onUndo }: UndoButtonProps) {
  const { t } = useTranslation()
  const seconds = useSecondsLeft(announced.undoUntilMs)
  return (
    <>
      <span className={styles.left} aria-hidden="true">
        {t('room.left', { seconds })}
      </span>
      <Button look="plain" className={styles.way ?? ''} onClick={() => onUndo(announced.claimId)}>
        {t('room.undo')}
      </Button>
    </>
  )
}
