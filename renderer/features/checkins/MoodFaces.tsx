/** How it feels, as one of five faces; keys 1 to 5 choose from anywhere in the sheet. */
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { FaceSign } from './FaceSign.tsx'
import styles from './Scales.module.css'
import { type Face, faces } from './useCheckinDraft.ts'

export interface MoodFacesProps {
  mood: Face | null
  /** Where the keyboard begins. */
  first: RefObject<HTMLInputElement | null>
  isMissing: boolean
  onChoose: (mood: Face) => void
}

export function MoodFaces({ mood, first, isMissing, onChoose }: MoodFacesProps) {
  const { t } = useTranslation()
  const chosen = mood === null ? null : t(`checkins.moods.${mood}`)
  return (
    <fieldset className={styles.scale} data-missing={isMissing || undefined}>
      <legend className={styles.legend}>
        {t('checkins.mood')}
        {chosen ? <span className={styles.chosen}>{chosen}</span> : null}
      </legend>
      <div className={styles.faces}>
        {faces.map((face) => (
          <label key={face} className={styles.face} title={t(`checkins.moods.${face}`)}>
            <input
              ref={face === (mood ?? 1) ? first : null}
              type="radio"
              name="mood"
              className="unseen"
              value={face}
              checked={mood === face}
              aria-label={t(`checkins.moods.${face}`)}
              aria-keyshortcuts={String(face)}
              onChange={() => onChoose(face)}
            />
            <FaceSign face={face} size="large" />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
