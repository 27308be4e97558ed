/** One step of the plan: its question, and as many lines as the person wants. */
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_PLAN_ENTRIES, type PlanStep } from '../../../../electron/core/care/safetyPlan.ts'
import { Button } from '../../../design/Button.tsx'
import { moved } from '../usePeopleEdit.ts'
import styles from './Plan.module.css'
import { PlanLine } from './PlanLine.tsx'
import { type DraftLine, newLine, withLine, withoutLine, withText } from './planDraft.ts'

export interface PlanStepFormProps {
  step: PlanStep
  lines: readonly DraftLine[]
  /** Own people that fit here, each as one line. */
  offered: readonly string[]
  onLines: (lines: readonly DraftLine[]) => void
}

export function PlanStepForm({ step, lines, offered, onLines }: PlanStepFormProps) {
  const { t } = useTranslation()
  const place = useRef<HTMLElement>(null)
  const focusLine = useFocusLine(place, lines)
  const title = t(`plan.step.${step}.title`)
  const isFull = lines.length >= MOST_PLAN_ENTRIES
  const missing = offered.filter((text) => !lines.some((line) => line.text.trim() === text))

  function add(text: string, after: string | null) {
    if (isFull) return
    const line = newLine(text)
    focusLine(line.id)
    // The one that is empty is the one to fill.
    const empty = text === '' ? undefined : lines.find((one) => one.text.trim() === '')
    if (empty) focusLine(empty.id)
    onLines(empty ? withText(lines, empty.id, text) : withLine(lines, line, after))
  }
  function remove(id: string) {
    const index = lines.findIndex((line) => line.id === id)
    focusLine((lines[index - 1] ?? lines[index + 1])?.id ?? null)
    onLines(withoutLine(lines, id))
  }
  function move(id: string, by: -1 | 1) {
    focusLine(id)
    onLines(moved(lines, id, by))
  }

  return (
    <section ref={place} className={styles.step} aria-label={title}>
      <h2>{title}</h2>
      <ol className={styles.lines}>
        {lines.map((line, index) => (
          <PlanLine
            key={line.id}
            line={line}
            place={index + 1}
            isOnly={lines.length === 1}
            isLast={index === lines.length - 1}
            title={title}
            ask={t(`plan.step.${step}.ask`)}
            onText={(text) => onLines(withText(lines, line.id, text))}
            onAdd={() => add('', line.id)}
            onMove={(by) => move(line.id, by)}
            onRemove={() => remove(line.id)}
          />
        ))}
      </ol>
      <div className={styles.adding}>
        {isFull ? null : (
          <Button look="plain" aria-label={t('plan.addTo', { step: title })} onClick={() => add('', null)}>
            {t('plan.add')}
          </Button>
        )}
        {missing.length > 0 && !isFull ? (
          <span className={styles.offered}>
            {t('plan.takeFromPeople')}
            {missing.map((text) => (
              <Button key={text} onClick={() => add(text, null)}>
                {text}
              </Button>
            ))}
          </span>
        ) : null}
      </div>
    </section>
  )
}

/** The keyboard follows a line that is new or moved, and goes beside one that is gone. */
function useFocusLine(
  place: RefObject<HTMLElement | null>,
  lines: readonly DraftLine[],
): (id: string | null) => void {
  const wanted = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines are what changes.
  useEffect(() => {
    if (wanted.current === null) return
    place.current?.querySelector<HTMLElement>(`[data-line="${wanted.current}"]`)?.focus()
    wanted.current = null
  }, [place, lines])
  return (id) => {
    wanted.current = id
  }
}
