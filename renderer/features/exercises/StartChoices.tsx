/** How long, and in which form: a light that moves, one that stands, or only words. */
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { RadioSign } from '../../design/RadioSign.tsx'
import styles from './Exercises.module.css'
import { exerciseLengths } from './exerciseLengths.ts'
import type { Begun } from './OneExercise.tsx'
import { durationWords } from './player/durationWords.ts'
import { playerForms } from './player/playerForms.ts'
import type { ShownExercise } from './useExercises.ts'

export interface StartChoicesProps {
  exercise: ShownExercise
  wish: Begun
  onWish: (wish: Begun) => void
}

export function StartChoices({ exercise, wish, onWish }: StartChoicesProps) {
  const { t } = useTranslation()
  const lengths = exerciseLengths(exercise)
  const hasLevel = exercise.timings.kind === 'pacer' || exercise.timings.kind === 'tenseRelease'
  // What has no breath to follow does not move.
  const forms = hasLevel ? playerForms : playerForms.filter((form) => form !== 'moving')
  const form = hasLevel || wish.form !== 'moving' ? wish.form : 'still'
  const length = String(wish.lengthSeconds ?? lengths[0])
  return (
    <div className={styles.choices}>
      {lengths.length > 1 ? (
        <Radios
          label={t('exercises.one.length')}
          value={length}
          options={lengths
            .toSorted((a, b) => a - b)
            .map((seconds) => ({ value: String(seconds), label: durationWords(seconds, t) }))}
          onChoose={(value) => onWish({ ...wish, lengthSeconds: Number(value) })}
        />
      ) : null}
      <Radios
        label={t('exercises.one.form')}
        value={form}
        options={forms.map((value) => ({ value, label: t(`exercises.forms.${value}`) }))}
        onChoose={(value) => {
          const chosen = playerForms.find((one) => one === value)
          if (chosen) onWish({ ...wish, form: chosen })
        }}
      />
    </div>
  )
}

interface RadiosProps {
  label: string
  value: string
  options: { value: string; label: string }[]
  onChoose: (value: string) => void
}

function Radios({ label, value, options, onChoose }: RadiosProps) {
  const id = useId()
  return (
    <div className={styles.radios}>
      <h2 id={id}>{label}</h2>
      <RadioGroup
        className={styles.options}
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => onChoose(String(next))}
      >
        {options.map((option) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the sign brings the input this label names.
          <label key={option.value} className={styles.option}>
            <RadioSign value={option.value} />
            {option.label}
          </label>
        ))}
      </RadioGroup>
    </div>
  )
}
