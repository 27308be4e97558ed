/** What there is to know before and after: the steps, the evidence with its sources, and the person's own ratings. */
import { useTranslation } from 'react-i18next'
import type { ListedExercise } from '../../../electron/contract/exercises.ts'
import { exercisePlan } from '../../../electron/core/exercises/exercisePlan.ts'
import { useLanguage } from '../../text/amounts.ts'
import { useWhen } from '../../text/useWhen.ts'
import styles from './Exercises.module.css'
import { helpedLines } from './helpedWords.ts'
import { TextSteps } from './player/TextSteps.tsx'
import type { ShownExercise } from './useExercises.ts'

export function ExerciseFacts({ listed }: { listed: ListedExercise }) {
  const { t } = useTranslation()
  const { exercise } = listed
  return (
    <>
      <section className={styles.part} aria-label={t('exercises.one.steps')}>
        <h2>{t('exercises.one.steps')}</h2>
        <TextSteps plan={exercisePlan(exercise)} />
      </section>
      <section className={styles.part} aria-label={t('exercises.one.evidence')}>
        <h2>{t('exercises.one.evidence')}</h2>
        <p>{exercise.text.evidence}</p>
        <Sources sources={exercise.evidence.sources} />
      </section>
      <OwnRatings listed={listed} />
    </>
  )
}

/** As text: Lull opens no pages by itself. */
function Sources({ sources }: { sources: ShownExercise['evidence']['sources'] }) {
  const { t } = useTranslation()
  if (sources.length === 0) return null
  return (
    <ul className={styles.sources} aria-label={t('exercises.one.sources')}>
      {sources.map(({ name, id }) => (
        <li key={id}>
          {name} <span className={styles.source}>{id}</span>
        </li>
      ))}
    </ul>
  )
}

function OwnRatings({ listed }: { listed: ListedExercise }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const when = useWhen()
  const { helped, times, lastAtMs, placedBy } = listed
  return (
    <section className={styles.part} aria-label={t('exercises.helped.title')}>
      <h2>{t('exercises.helped.title')}</h2>
      {times > 0 ? (
        <p>
          {t('exercises.times', { count: times })}{' '}
          {lastAtMs === null ? null : t('exercises.last', { when: when(lastAtMs) })}
        </p>
      ) : null}
      {helpedLines(helped, t, language).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className={styles.small}>{t(`exercises.placed.${placedBy}`)}</p>
    </section>
  )
}
