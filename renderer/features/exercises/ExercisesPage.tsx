/** Exercises: a list to choose from, and the one that is chosen. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Page } from '../../design/Page.tsx'
import '../../text/exercisesText.ts'
import { errorCode } from '../../watch.ts'
import { useWithin } from '../../windows/places.ts'
import { ExerciseList } from './ExerciseList.tsx'
import { OneExercise } from './OneExercise.tsx'
import { useExercises } from './useExercises.ts'

export default function ExercisesPage() {
  const { t } = useTranslation()
  const [id] = useWithin('exercises')
  const { data, error, refetch } = useExercises()
  if (data && id !== undefined) {
    return <OneExercise key={id} listed={data.exercises.find(({ exercise }) => exercise.id === id) ?? null} />
  }
  return (
    <Page title={t('exercises.title')}>
      {error && !data ? (
        <div role="alert">
          <p>{t(`errors.${errorCode(error)}`)}</p>
          <Button onClick={() => void refetch()}>{t('exercises.tryAgain')}</Button>
        </div>
      ) : null}
      {data ? <ExerciseList listed={data.exercises} broken={data.broken} /> : null}
    </Page>
  )
}
