/** What opens over a day: the explanation of a moment, and the marking of a stretch, with the way to take it back. */
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WrongStretch } from '../../../electron/contract/stress.ts'
import type { FeatureId } from '../../../electron/core/stress/families.ts'
import { useNotice } from '../../design/Toasts.tsx'
import { errorCode, useClient } from '../../watch.ts'
import type { TimeWindow } from './dayClock.ts'
import type { DayWords } from './dayWords.ts'
import type { DayLineModel } from './lineModel.ts'
import { useLookAgain } from './useDay.ts'

const Explain = lazy(() => import('./Explain.tsx'))
const MarkWrong = lazy(() => import('./MarkWrong.tsx'))

const MINUTE_MS = 60_000
/** A stretch to begin with, where only a moment was pointed at. */
const AROUND_MS = 10 * MINUTE_MS
const LAST_STRETCH_MS = 30 * MINUTE_MS

type Open =
  | { kind: 'explain'; atMs: number; feature: FeatureId | null }
  | { kind: 'mark'; stretch: TimeWindow }
  | null

function within(stretch: TimeWindow, bounds: TimeWindow): TimeWindow {
  const bounded = (atMs: number) => Math.max(bounds.fromMs, Math.min(bounds.toMs, atMs))
  return { fromMs: bounded(stretch.fromMs), toMs: bounded(stretch.toMs) }
}

export interface DaySheetsParts {
  workDay: number
  line: DayLineModel | null
  words: DayWords
}

/** Ten seconds, as for everything that can be undone. */
const UNDO_SECONDS = 10

/** Marks and unmarks, and tells the page to look again. */
function useMarks(words: DayWords) {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  const lookAgain = useLookAgain()
  async function takeBack({ id }: Pick<WrongStretch, 'id'>) {
    try {
      await client.stress.unmarkWrong({ id })
      notice({ text: t('today.wrong.takenBack') })
    } catch (error) {
      notice({ text: t('today.wrong.failed', { reason: t(`errors.${errorCode(error)}`) }) })
    }
    await lookAgain()
  }
  function onMarked(stretch: WrongStretch) {
    notice({
      text: t('today.wrong.marked', { span: words.span(stretch.fromMs, stretch.toMs) }),
      undo: { label: t('common.undo'), seconds: UNDO_SECONDS, run: () => void takeBack(stretch) },
    })
    void lookAgain()
  }
  return { takeBack, onMarked }
}

export function useDaySheets({ workDay, line, words }: DaySheetsParts) {
  const [open, setOpen] = useState<Open>(null)
  const { takeBack, onMarked } = useMarks(words)
  const close = () => setOpen(null)
  const explain = (atMs: number, feature: FeatureId | null = null) =>
    setOpen({ kind: 'explain', atMs, feature })
  const markAround = (atMs: number) =>
    setOpen({ kind: 'mark', stretch: { fromMs: atMs - AROUND_MS, toMs: atMs + AROUND_MS } })
  const mark = (stretch: TimeWindow | null) => {
    const toMs = line?.window.toMs ?? 0
    setOpen({ kind: 'mark', stretch: stretch ?? { fromMs: toMs - LAST_STRETCH_MS, toMs } })
  }

  let sheet: ReactNode = null
  if (open?.kind === 'explain') {
    const { atMs, feature } = open
    sheet = (
      <Explain
        atMs={atMs}
        workDay={workDay}
        usual={line?.strainUsual ?? null}
        feature={feature}
        words={words}
        onMark={markAround}
        onClose={close}
      />
    )
  } else if (open?.kind === 'mark' && line) {
    const { bounds, window } = line
    const stretch = within(open.stretch, { fromMs: window.fromMs, toMs: window.toMs })
    sheet = <MarkWrong bounds={bounds} stretch={stretch} words={words} onMarked={onMarked} onClose={close} />
  }
  return { explain, mark, takeBack, open: sheet && <Suspense>{sheet}</Suspense> }
}
