/** Last night's sleep in hours, typed or stepped by half an hour; leaving it empty says nothing. */
import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../text/amounts.ts'
import styles from './SleepField.module.css'
import { sleepHoursOf, steppedSleepHours } from './sleepHours.ts'

export interface SleepFieldProps {
  text: string
  onChange: (text: string) => void
}

export function SleepField({ text, onChange }: SleepFieldProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const labelId = useId()
  const hours = sleepHoursOf(text)

  function step(by: 1 | -1) {
    const next = steppedSleepHours(hours === 'unclear' ? null : hours, by)
    onChange(new Intl.NumberFormat(language).format(next))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    step(event.key === 'ArrowUp' ? 1 : -1)
  }

  return (
    <div className={styles.row}>
      <label id={labelId} className={styles.label} htmlFor={`${labelId}-hours`}>
        {t('checkins.sleep')}
      </label>
      <div className={styles.field}>
        <button
          type="button"
          className={styles.step}
          aria-label={t('checkins.sleepLess')}
          onClick={() => step(-1)}
        >
          <span aria-hidden="true">−</span>
        </button>
        <input
          id={`${labelId}-hours`}
          className={styles.hours}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={hours === 'unclear' || undefined}
          onChange={(event) => onChange(event.target.value.slice(0, 6))}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          className={styles.step}
          aria-label={t('checkins.sleepMore')}
          onClick={() => step(1)}
        >
          <span aria-hidden="true">+</span>
        </button>
        <span className={styles.label} aria-hidden="true">
          {t('checkins.sleepUnit')}
        </span>
      </div>
    </div>
  )
}
