/** The small window in the corner that offers a pause, counts it down once it is taken, and asks how it was. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BreakOffer, BreakView, RunningBreakView } from '../../../electron/contract/breaks.ts'
import { OfferCard } from '../../features/breaks/live/OfferCard.tsx'
import type { OfferWords } from '../../features/breaks/live/offerWords.ts'
import { RatingCard } from '../../features/breaks/live/RatingCard.tsx'
import { RunningCorner } from '../../features/breaks/live/RunningCorner.tsx'
import { useBreaks } from '../../features/breaks/live/useBreaks.ts'
import { useDrawn } from '../../features/breaks/live/useDrawn.ts'
import { useEscape } from '../../features/breaks/live/useEscape.ts'
import { useOfferWords } from '../../features/breaks/live/useOfferWords.ts'
import { useSettling } from '../../features/breaks/live/useSettling.ts'
import { leaveWindow } from '../../features/breaks/live/ways.ts'
import '../../text/breakText.ts'
import styles from './NudgeWindow.module.css'

type Shown =
  | { stage: 'offer'; id: number; offer: BreakOffer }
  | { stage: 'running'; id: number; running: NonNullable<BreakView['running']> }
  | { stage: 'rating'; id: number; rating: NonNullable<BreakView['rating']> }

/** An overlay has windows of its own; a talk has the popup, and nothing may lie over that. */
const isElsewhere = ({ form, arm }: RunningBreakView) => form === 'overlay' && arm !== 'talk'

/** What this window is there for now. */
export function shownIn(view: BreakView | undefined): Shown | null {
  if (!view) return null
  const { running, offer, rating } = view
  if (running !== null) return isElsewhere(running) ? null : { stage: 'running', id: running.id, running }
  if (offer !== null) return { stage: 'offer', id: offer.id, offer }
  return rating === null ? null : { stage: 'rating', id: rating.nudgeId, rating }
}

export default function NudgeWindow() {
  const { t } = useTranslation()
  const words = useOfferWords()
  const shown = shownIn(useBreaks())
  const what = shown && `${shown.stage} ${shown.id}`
  useSettling(what, () => window)
  useDrawn(what, shown?.id ?? null, 'corner')
  useGoneAfterwards(shown)
  return (
    <main
      className={styles.nudge}
      data-stage={shown?.stage}
      aria-label={shown ? undefined : t('break.title')}
    >
      {shown ? <Stage key={what} shown={shown} words={words} /> : null}
    </main>
  )
}

function Stage({ shown, words }: { shown: Shown; words: OfferWords }) {
  if (shown.stage === 'running') return <RunningCorner running={shown.running} words={words} />
  return <Asking shown={shown} words={words} />
}

/** Esc and the cross leave it without an answer; the tray still has it. */
function Asking({ shown, words }: { shown: Exclude<Shown, { stage: 'running' }>; words: OfferWords }) {
  const { t } = useTranslation()
  useEscape(leaveWindow)
  const own = { heading: 'h1', titleId: 'lull-nudge-title', onLeave: leaveWindow } as const
  if (shown.stage === 'rating') return <RatingCard rating={shown.rating} {...own} />
  return <OfferCard offer={shown.offer} words={words} leaveLabel={t('break.ways.leave')} {...own} />
}

/** Whoever opens this window closes it too; should they not, it goes by itself. */
function useGoneAfterwards(shown: Shown | null): void {
  const hasShown = useRef(false)
  const form = shown?.stage === 'offer' ? shown.offer.form : null
  const wasOnScreen = useRef(false)
  useEffect(() => {
    // Unanswered for a while, an offer goes from the screen to the tray.
    const isShelved = form === 'tray' && wasOnScreen.current
    wasOnScreen.current = form !== null && form !== 'tray'
    if ((shown === null && hasShown.current) || isShelved) leaveWindow()
    hasShown.current = shown !== null
  }, [shown, form])
}
