/** All exercises in this person's order, those for a feeling, and the ones that could not be read. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedExercise } from '../../../electron/contract/exercises.ts'
import type { EngineClient } from '../../../electron/contract/index.ts'
import { useLanguage } from '../../text/amounts.ts'
import styles from './Exercises.module.css'
import { exerciseLengths } from './exerciseLengths.ts'
import { helpedShort } from './helpedWords.ts'
import { type ChosenMoment, MomentFilter } from './MomentFilter.tsx'
import { lengthsWords } from './player/durationWords.ts'
import { runsOfOrder } from './runsOfOrder.ts'

type Broken = Awaited<ReturnType<EngineClient['exercises']['list']>>['broken']

export interface ExerciseListProps {
  listed: readonly ListedExercise[]
  broken: Broken
}

export function ExerciseList({ listed, broken }: ExerciseListProps) {
  const { t } = useTranslation()
  const [moment, setMoment] = useState<ChosenMoment>(null)
  const shown = listed.filter(({ exercise }) => moment === null || exercise.moments.includes(moment))
  if (listed.length === 0) {
    return (
      <>
        <p>{t('exercises.none')}</p>
        <BrokenOnes broken={broken} />
      </>
    )
  }
  return (
    <>
      <MomentFilter moment={moment} onChoose={setMoment} />
      {shown.length === 0 ? <p role="status">{t('exercises.noneFor')}</p> : null}
      {runsOfOrder(shown).map(({ placedBy, exercises }) => (
        <section
          key={exercises[0]?.exercise.id}
          className={styles.group}
          aria-label={t(`exercises.orders.${placedBy}`)}
        >
          <h2 className={styles.order}>{t(`exercises.orders.${placedBy}`)}</h2>
          <ol className={styles.list}>
            {exercises.map((one) => (
              <ExerciseItem key={one.exercise.id} listed={one} />
            ))}
          </ol>
        </section>
      ))}
      <BrokenOnes broken={broken} />
    </>
  )
}

function ExerciseItem({ listed }: { listed: ListedExercise }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { exercise, helped, times } = listed
  const facts = [
    lengthsWords(exerciseLengths(exercise), t, language),
    t(`exercises.evidence.${exercise.evidence.strength}`),
    times > 0 ? t('exercises.times', { count: times }) : null,
    helpedShort(helped, t),
  ].filter((fact) => fact !== null)
  return (
    <li>
      <a className={styles.item} href={`#/exercises/${encodeURIComponent(exercise.id)}`}>
        <h3 className={styles.name}>{exercise.text.title}</h3>
        <p className={styles.summary}>{exercise.text.summary}</p>
        <p className={styles.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </a>
    </li>
  )
}

/** One line each, so that whoever made it can find what is wrong. */
function BrokenOnes({ broken }: { broken: Broken }) {
  const { t } = useTranslation()
  if (broken.length === 0) return null
  return (
    <section className={styles.group} aria-label={t('exercises.broken.title')}>
      <h2 className={styles.order}>{t('exercises.broken.title')}</h2>
      <ul className={styles.broken}>
        {broken.map(({ folder, problems }) => (
          <li key={folder}>
            {t('exercises.broken.line', {
              folder,
              at: problems[0]?.at ?? '',
              what: problems[0]?.what ?? '',
            })}{' '}
            {problems.length > 1 ? t('exercises.broken.more', { count: problems.length - 1 }) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
