/** What was said earlier today, each to be taken away with time to change one's mind. */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckinRow } from '../../../electron/contract/checkins.ts'
import { type FeelingWord, isFeelingWord } from '../../../electron/core/checkins/feelings.ts'
import { Button } from '../../design/Button.tsx'
import { clockFormat } from '../../design/clock.ts'
import { CloseSign } from '../../design/icons.tsx'
import { useNotice } from '../../design/Toasts.tsx'
import { useMinute } from '../../design/times.ts'
import { useLanguage } from '../../text/amounts.ts'
import { errorCode, useClient } from '../../watch.ts'
import styles from './CheckinsOfToday.module.css'
import { FaceSign } from './FaceSign.tsx'
import { faces } from './useCheckinDraft.ts'
import { useCheckinsOfToday } from './useCheckins.ts'

export function CheckinsOfToday() {
  const { t } = useTranslation()
  const rows = useCheckinsOfToday(useMinute())
  const erase = useErase()
  const language = useLanguage()
  const list = useRef<HTMLUListElement>(null)
  if (!rows || rows.length === 0) return null
  const clock = clockFormat(language)
  // The keyboard stays in the list, at the row that takes the place.
  const focusBeside = (index: number) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    ;(buttons[index + 1] ?? buttons[index - 1])?.focus()
  }
  return (
    <section className={styles.today} aria-label={t('checkins.earlierToday')}>
      <h3>{t('checkins.earlierToday')}</h3>
      <ul ref={list}>
        {rows.map((row, index) => (
          <li key={row.id} className={styles.row}>
            <FaceSign face={faceOf(row.mood)} />
            <p className={styles.words}>
              <span className={styles.clock}>{clock.format(row.atMs)}</span> <Said row={row} />
            </p>
            <Button
              look="icon"
              aria-label={t('checkins.erase', { clock: clock.format(row.atMs) })}
              onClick={() => {
                focusBeside(index)
                void erase(row.id)
              }}
            >
              <CloseSign />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const faceOf = (mood: number) => faces.find((face) => face === mood) ?? 3

/** "good · tense, foggy · office": what was said, and nothing about what was not. */
function Said({ row }: { row: CheckinRow }) {
  const { t } = useTranslation()
  const words = row.words
    .filter((word): word is FeelingWord => isFeelingWord(word))
    .map((word) => t(`checkins.feeling.${word}`))
  const parts = [t(`checkins.moods.${faceOf(row.mood)}`), words.join(', '), row.tags.join(', ')]
  return parts.filter((part) => part !== '').join(' · ')
}

function useErase(): (id: string) => Promise<void> {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()

  async function restore(id: string) {
    const { restored } = await client.checkins.restore({ id })
    if (!restored) notice({ text: t('checkins.gone') })
  }

  return async (id) => {
    try {
      const { undoSeconds } = await client.checkins.erase({ id })
      notice({
        text: t('checkins.erased'),
        undo: { label: t('common.undo'), seconds: undoSeconds, run: () => void restore(id).catch(() => {}) },
      })
    } catch (error) {
      notice({ text: t(`errors.${errorCode(error)}`) })
    }
  }
}
