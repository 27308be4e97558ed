/** An offer that was put away without an answer: one quiet line that brings it back. */
import { Button } from '../../../design/Button.tsx'
import { Lamp } from '../../../design/Lamp.tsx'
import styles from './BreakInPage.module.css'

export function FoldedOffer({ label, onUnfold }: { label: string; onUnfold: () => void }) {
  return (
    <aside className={styles.folded} aria-label={label}>
      <Button className={styles.unfold ?? ''} onClick={onUnfold}>
        <Lamp state="reading" />
        <span>{label}</span>
      </Button>
    </aside>
  )
}
