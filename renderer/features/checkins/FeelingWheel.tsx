/** A word for it: first the family, then the word; what was chosen stays in sight. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  FEELING_FAMILIES,
  FEELINGS,
  type FeelingFamily,
  type FeelingWord,
  MOST_WORDS,
} from '../../../electron/core/checkins/feelings.ts'
import styles from './Chips.module.css'

export interface FeelingWheelProps {
  words: readonly FeelingWord[]
  onChange: (words: FeelingWord[]) => void
}

export function FeelingWheel({ words, onChange }: FeelingWheelProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<FeelingFamily | null>(null)
  const wordsId = useId()
  const shown: readonly FeelingWord[] = open ? FEELINGS[open] : []
  const elsewhere = words.filter((word) => !shown.includes(word))
  const isFull = words.length >= MOST_WORDS

  function toggle(word: FeelingWord) {
    if (words.includes(word)) onChange(words.filter((other) => other !== word))
    else if (!isFull) onChange([...words, word])
  }

  const chip = (word: FeelingWord) => (
    <button
      key={word}
      type="button"
      className={styles.chip}
      aria-pressed={words.includes(word)}
      aria-disabled={(isFull && !words.includes(word)) || undefined}
      onClick={() => toggle(word)}
    >
      {t(`checkins.feeling.${word}`)}
    </button>
  )

  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('checkins.words')}</legend>
      <div className={styles.chips}>
        {FEELING_FAMILIES.map((family) => (
          <button
            key={family}
            type="button"
            className={styles.family}
            data-family={family}
            aria-expanded={open === family}
            aria-controls={wordsId}
            onClick={() => setOpen(open === family ? null : family)}
          >
            {t(`checkins.family.${family}`)}
          </button>
        ))}
      </div>
      <div id={wordsId} className={styles.chips} data-open={open !== null || undefined}>
        {shown.map(chip)}
      </div>
      {elsewhere.length > 0 ? <div className={styles.chips}>{elsewhere.map(chip)}</div> : null}
      {isFull ? (
        <p className={styles.note} role="status">
          {t('checkins.fiveWords')}
        </p>
      ) : null}
    </fieldset>
  )
}
