/** One line of a step: written, moved and taken away with the keyboard alone. */
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_PLAN_CHARACTERS } from '../../../../electron/core/care/safetyPlan.ts'
import { Button } from '../../../design/Button.tsx'
import { CloseSign, DownSign } from '../../../design/icons.tsx'
import styles from './Plan.module.css'
import { type DraftLine, oneLine } from './planDraft.ts'

export interface PlanLineProps {
  line: DraftLine
  /** From 1. */
  place: number
  isOnly: boolean
  isLast: boolean
  title: string
  ask: string
  onText: (text: string) => void
  onAdd: () => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

export function PlanLine(props: PlanLineProps) {
  const { line, place, isOnly, isLast, title, ask, onText, onAdd, onMove, onRemove } = props
  const { t } = useTranslation()

  function onKeyDown(event: KeyboardEvent) {
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229
    if (isComposing) return
    const act = keyAct(event, { canRemove: !isOnly && line.text === '', onAdd, onMove, onRemove })
    if (act === null) return
    event.preventDefault()
    act()
  }

  return (
    <li className={styles.line}>
      <textarea
        data-line={line.id}
        className={styles.text}
        rows={1}
        dir="auto"
        maxLength={MOST_PLAN_CHARACTERS}
        value={line.text}
        placeholder={place === 1 ? ask : ''}
        aria-label={t('plan.entry', { step: title, place })}
        onChange={(event) => onText(oneLine(event.target.value))}
        onKeyDown={onKeyDown}
      />
      {isOnly ? null : (
        <span className={styles.lineWays}>
          <Button
            look="icon"
            className={styles.up ?? ''}
            aria-label={t('plan.up', { place })}
            disabled={place === 1}
            onClick={() => onMove(-1)}
          >
            <DownSign />
          </Button>
          <Button
            look="icon"
            aria-label={t('plan.down', { place })}
            disabled={isLast}
            onClick={() => onMove(1)}
          >
            <DownSign />
          </Button>
          <Button look="icon" aria-label={t('plan.remove', { place })} onClick={onRemove}>
            <CloseSign />
          </Button>
        </span>
      )}
    </li>
  )
}

interface KeyActs extends Pick<PlanLineProps, 'onAdd' | 'onMove' | 'onRemove'> {
  canRemove: boolean
}

function keyAct({ key, altKey }: KeyboardEvent, acts: KeyActs): (() => void) | null {
  if (key === 'Enter') return acts.onAdd
  if (altKey && key === 'ArrowUp') return () => acts.onMove(-1)
  if (altKey && key === 'ArrowDown') return () => acts.onMove(1)
  return key === 'Backspace' && acts.canRemove ? acts.onRemove : null
}
