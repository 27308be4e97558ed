/** The ten seconds themselves: a face is enough, everything else may stay empty; Enter saves. */
import { type KeyboardEvent, type RefObject, type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { useNotice } from '../../design/Toasts.tsx'
import { errorCode, useClient } from '../../watch.ts'
import styles from './CheckinForm.module.css'
import { EnergySteps } from './EnergySteps.tsx'
import { FeelingWheel } from './FeelingWheel.tsx'
import { MoodFaces } from './MoodFaces.tsx'
import { SleepField } from './SleepField.tsx'
import { sleepHoursOf } from './sleepHours.ts'
import { allTags, TagsField } from './TagsField.tsx'
import { type DraftDoings, faces } from './useCheckinDraft.ts'
import type { CheckinsNow } from './useCheckins.ts'

export interface CheckinFormProps {
  state: CheckinsNow | undefined
  first: RefObject<HTMLInputElement | null>
  doings: DraftDoings
  onSaved: () => void
}

export function CheckinForm({ state, first, doings, onSaved }: CheckinFormProps) {
  const { t } = useTranslation()
  const { draft, change } = doings
  const { problem, isSaving, save } = useSaving(doings, first, onSaved)

  /** 1 to 5 choose a face, or a step of energy while the keyboard is there; in a field they are digits. */
  function onKeyDown(event: KeyboardEvent) {
    const target = event.target as HTMLElement
    const isTyping = target.matches('input:not([type="radio"])')
    const chosen = faces.find((face) => String(face) === event.key)
    if (!chosen || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (target.closest('[data-scale="energy"]')) change({ energy: chosen })
    else change({ mood: chosen })
  }

  return (
    <form className={styles.form} noValidate onSubmit={save} onKeyDown={onKeyDown}>
      <MoodFaces
        mood={draft.mood}
        first={first}
        isMissing={problem === t('checkins.faceMissing')}
        onChoose={(mood) => change({ mood })}
      />
      <EnergySteps energy={draft.energy} onChoose={(energy) => change({ energy })} />
      {state?.sleepTold === false ? (
        <SleepField text={draft.sleepText} onChange={(sleepText) => change({ sleepText })} />
      ) : null}
      <FeelingWheel words={draft.words} onChange={(words) => change({ words })} />
      <TagsField
        tags={draft.tags}
        text={draft.tagText}
        known={state?.tags ?? []}
        onChange={(tags, tagText) => change({ tags, tagText })}
      />
      <div className={styles.foot}>
        <Button type="submit" look="filled" disabled={isSaving}>
          {t('checkins.save')}
        </Button>
        {problem ? (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        ) : (
          <p className={styles.hint}>
            {t('checkins.faceEnough')} <span className={styles.keys}>{t('checkins.keys')}</span>
          </p>
        )}
      </div>
    </form>
  )
}

function useSaving({ draft, done }: DraftDoings, first: CheckinFormProps['first'], onSaved: () => void) {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)

  async function send(mood: number, sleepHours: number | null) {
    const { id, energy, because } = draft
    const tags = allTags(draft.tags, draft.tagText)
    setSaving(true)
    setProblem(null)
    try {
      await client.checkins.save({ id, mood, energy, words: [...draft.words], tags, sleepHours, because })
      done()
      onSaved()
      notice({
        text: t('checkins.saved', { mood: t(`checkins.moods.${draft.mood ?? 3}`) }),
        undo: {
          label: t('common.undo'),
          seconds: 10,
          run: () => void client.checkins.erase({ id }).catch(() => {}),
        },
      })
    } catch (error) {
      // What was said stands where it was; sending it again saves it once.
      setProblem(t('checkins.notSaved', { reason: t(`errors.${errorCode(error)}`) }))
      setSaving(false)
    }
  }

  function save(event: SyntheticEvent) {
    event.preventDefault()
    if (isSaving) return
    const sleepHours = sleepHoursOf(draft.sleepText)
    if (draft.mood === null) {
      setProblem(t('checkins.faceMissing'))
      first.current?.focus()
    } else if (sleepHours === 'unclear') setProblem(t('checkins.sleepUnclear'))
    else void send(draft.mood, sleepHours)
  }

  return {
    problem: draft.mood !== null && problem === t('checkins.faceMissing') ? null : problem,
    isSaving,
    save,
  }
}
