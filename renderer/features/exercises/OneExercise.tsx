/** One exercise: when it suits, what to mind, how it goes, what is known of it; and then the exercise itself. */
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedExercise } from '../../../electron/contract/exercises.ts'
import { Button } from '../../design/Button.tsx'
import { BackSign } from '../../design/icons.tsx'
import { Page } from '../../design/Page.tsx'
import { ExerciseFacts } from './ExerciseFacts.tsx'
import styles from './Exercises.module.css'
import { type PlayerForm, usualForm } from './player/playerForms.ts'
import { StartChoices } from './StartChoices.tsx'

const ExercisePlayer = lazy(() => import('./player/ExercisePlayer.tsx'))

export interface Begun {
  form: PlayerForm
  lengthSeconds: number | null
}

export function OneExercise({ listed }: { listed: ListedExercise | null }) {
  const { t } = useTranslation()
  const [isPlaying, setPlaying] = useState(false)
  const [wish, setWish] = useState<Begun>(() => ({ form: usualForm(), lengthSeconds: null }))
  const back = (
    <p>
      <a className={styles.back} href="#/exercises">
        <BackSign />
        {t('exercises.one.back')}
      </a>
    </p>
  )
  if (listed === null) return <Page above={back} title={t('exercises.one.missing')} />
  const { exercise } = listed
  if (isPlaying) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, so the keyboard must be able to reach it.
      <main className={styles.stage} tabIndex={0}>
        <h1 className="unseen">{exercise.text.title}</h1>
        <div className={styles.play}>
          <Suspense>
            <ExercisePlayer
              exerciseId={exercise.id}
              lengthSeconds={wish.lengthSeconds}
              form={wish.form}
              via="list"
              onEnd={() => setPlaying(false)}
            />
          </Suspense>
        </div>
      </main>
    )
  }
  return (
    <Page above={back} title={exercise.text.title}>
      <p className={styles.lead}>{exercise.text.summary}</p>
      <section className={styles.part} aria-label={t('exercises.one.when')}>
        <h2>{t('exercises.one.when')}</h2>
        <p>{exercise.text.when}</p>
      </section>
      <section className={styles.part} aria-label={t('exercises.one.cautions')}>
        <h2>{t('exercises.one.cautions')}</h2>
        <p className={styles.caution}>{exercise.text.cautions}</p>
        {exercise.text.before === '' ? null : <p>{exercise.text.before}</p>}
      </section>
      <section className={styles.begin}>
        <StartChoices exercise={exercise} wish={wish} onWish={setWish} />
        <Button look="filled" onClick={() => setPlaying(true)}>
          {t('exercises.one.start')}
        </Button>
      </section>
      <ExerciseFacts listed={listed} />
    </Page>
  )
}
