/** Which look answers what: strain, a pause, an exercise, writing. */
import { useTranslation } from 'react-i18next'
import { LOOK_IDS } from '../../../../electron/core/lights/looks.ts'
import { Choice } from '../../../design/Choice.tsx'
import { Row, Section } from '../../../design/Page.tsx'
import { lookName } from '../lightWords.ts'
import type { RoomViewProps } from '../RoomView.tsx'
import { ShortcutLine } from './ShortcutLine.tsx'
import { SwitchRow } from './SwitchRow.tsx'
import styles from './Touch.module.css'

export function AnswersSection({ choices, words, edits }: RoomViewProps) {
  const { t } = useTranslation()
  const parts = { choices, words, edits }
  return (
    <Section title={t('lights.touch.answers.title')} about={t('lights.touch.answers.about')}>
      {choices.isAllowed ? null : <p className={styles.small}>{t('lights.touch.answers.off')}</p>}
      <div>
        <LookRow answer="atStrain" {...parts} />
        <LookRow answer="atPause" {...parts} />
        <SwitchRow
          label={t('lights.touch.answers.exercises')}
          about={t('lights.touch.answers.exercisesAbout')}
          on={choices.followsExercises}
          onSwitch={(followsExercises) => edits.edit(() => ({ followsExercises }))}
        />
        <SwitchRow
          label={t('lights.touch.answers.writing')}
          about={t('lights.touch.answers.writingAbout')}
          on={choices.warmsInTalk}
          onSwitch={(warmsInTalk) => edits.edit(() => ({ warmsInTalk }))}
        />
      </div>
      <ShortcutLine />
    </Section>
  )
}

const NOTHING = 'nothing'
/** Breathing needs an exercise, and bedtime has a look of its own. */
const OFFERED = LOOK_IDS.filter((id) => id !== 'breathe' && id !== 'listen')

interface LookRowProps extends Pick<RoomViewProps, 'choices' | 'words' | 'edits'> {
  answer: 'atStrain' | 'atPause'
}

function LookRow({ answer, choices, words, edits }: LookRowProps) {
  const { t } = useTranslation()
  const name = answer === 'atStrain' ? 'strain' : 'pause'
  const label = t(`lights.touch.answers.${name}`)
  const now = choices[answer]
  const ids: string[] = [...OFFERED, ...choices.scenes.map(({ id }) => id)]
  // What was chosen stays in the list, even if it is not offered any more.
  if (now !== null && !ids.includes(now)) ids.push(now)
  return (
    <Row label={label} about={t(`lights.touch.answers.${name}About`)}>
      <Choice
        label={label}
        value={now ?? NOTHING}
        placeholder={t('lights.touch.answers.nothing')}
        options={[
          { value: NOTHING, label: t('lights.touch.answers.nothing') },
          ...ids.map((id) => ({ value: id, label: lookName(id, words) })),
        ]}
        onChoose={(next) => edits.edit(() => ({ [answer]: next === NOTHING ? null : next }))}
      />
    </Row>
  )
}
