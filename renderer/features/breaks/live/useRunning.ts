/** A running pause as its windows show it: the time left in words, the way out, and what a screen reader hears. */
import { useTranslation } from 'react-i18next'
import type { RunningBreakView } from '../../../../electron/contract/breaks.ts'
import { useLinkState } from '../../../watch.ts'
import { clockTime, lengthWords } from './lengthWords.ts'
import { type OfferWords, runningWords } from './offerWords.ts'
import { leftWords, type Milestone, milestoneAt } from './timeLeft.ts'
import { type Answering, useAnswer } from './useAnswer.ts'
import type { TimeLeft } from './useTimeLeft.ts'

export interface RunningShown {
  /** "Two minutes of slow breathing." */
  sentence: string
  /** "4 minutes left", or that it is over. */
  left: string
  isOver: boolean
  /** "14:05" */
  clock: string
  /** Of the whole, 0–1. */
  share: number
  /** For screen readers: changes at the beginning, half, the last minute and the end only. */
  told: string
  /** Whether the person may leave now. */
  mayLeave: boolean
  finish: () => void
  failure: Answering['failure']
}

export function useRunning(running: RunningBreakView, time: TimeLeft, words: OfferWords): RunningShown {
  const { t } = useTranslation()
  const answering = useAnswer()
  const isAway = useLinkState().state !== 'connected'
  const { leftMs } = time
  const { id, lengthMs, isStrict, endsAtMs } = running
  const isOver = leftMs <= 0
  const mayLeave = !isStrict || isOver
  const told: Record<Milestone, string> = {
    start: t('break.tell.start', { length: lengthWords(lengthMs, words) }),
    half: t('break.tell.half'),
    minute: t('break.tell.minute'),
    over: t('break.tell.over'),
  }
  return {
    sentence: `${runningWords(running, words)}.`,
    left: isOver ? t('break.running.over') : t('break.running.left', { left: leftWords(leftMs, t) }),
    isOver,
    clock: clockTime(endsAtMs, words),
    share: Math.min(1, leftMs / Math.max(1, lengthMs)),
    told: told[milestoneAt(leftMs, lengthMs)],
    mayLeave,
    finish: () => {
      if (mayLeave && !isAway) void answering.answer(id, { say: 'finish' })
    },
    failure: isAway ? t('break.away') : answering.failure,
  }
}
