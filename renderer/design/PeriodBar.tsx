/** The way to another day, week or month, and from one to the other. */
import { useEffect, useRef } from 'react'
import { Button } from './Button.tsx'
import { BackSign } from './icons.tsx'
import styles from './PeriodBar.module.css'

export interface PeriodBarWords {
  /** Names the bar. */
  bar: string
  /** Names the choice of how much to see. */
  how: string
  before: string
  after: string
  toToday: string
}

export interface PeriodBarProps<Period extends string> {
  /** What can be seen at once, each with its word. */
  periods: readonly { id: Period; word: string }[]
  period: Period
  label: string
  words: PeriodBarWords
  /** −1 = the one before, 1 = the one after; null: this one has neither. */
  onTurn: ((by: -1 | 1) => void) | null
  /** There is no later one. */
  isNewest: boolean
  onPeriod: (period: Period) => void
  onToday: () => void
  /** The keyboard stays with the choice of how much to see, also where that has brought another view. */
  takeFocus?: boolean
}

export function PeriodBar<Period extends string>(props: PeriodBarProps<Period>) {
  const { periods, period, words, onPeriod, takeFocus = false } = props
  const chosen = useRef<HTMLButtonElement>(null)
  // Only when it appears: turning pages must not take the keyboard from the arrows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    if (takeFocus) chosen.current?.focus()
  }, [])
  return (
    <nav className={styles.bar} aria-label={words.bar}>
      <Turning {...props} />
      <fieldset className={styles.periods}>
        <legend className="unseen">{words.how}</legend>
        {periods.map(({ id, word }) => (
          <button
            key={id}
            ref={id === period ? chosen : null}
            type="button"
            className={styles.period}
            aria-pressed={id === period}
            onClick={() => onPeriod(id)}
          >
            {word}
          </button>
        ))}
      </fieldset>
    </nav>
  )
}

type TurningProps = Pick<PeriodBarProps<string>, 'label' | 'words' | 'onTurn' | 'isNewest' | 'onToday'>

function Turning({ label, words, onTurn, isNewest, onToday }: TurningProps) {
  if (onTurn === null) return <p className={styles.label}>{label}</p>
  return (
    <div className={styles.turning}>
      <Button look="icon" aria-label={words.before} onClick={() => onTurn(-1)}>
        <BackSign />
      </Button>
      <p className={styles.label} aria-live="polite">
        {label}
      </p>
      <Button
        look="icon"
        className={styles.forward}
        aria-label={words.after}
        disabled={isNewest}
        onClick={() => onTurn(1)}
      >
        <BackSign />
      </Button>
      {isNewest ? null : (
        <Button look="plain" onClick={onToday}>
          {words.toToday}
        </Button>
      )}
    </div>
  )
}
