/** The overlay of a pause on one display: calm, with the same end everywhere, and never longer there than it should. */
import { useEffect, useRef } from 'react'
import type { RunningBreakView } from '../../../electron/contract/breaks.ts'
import { useLasting } from '../../design/times.ts'
import type { OfferWords } from '../../features/breaks/live/offerWords.ts'
import { RunningWhole } from '../../features/breaks/live/RunningWhole.tsx'
import { useBreaks } from '../../features/breaks/live/useBreaks.ts'
import { useBreakTone } from '../../features/breaks/live/useBreakTone.ts'
import { useDrawn } from '../../features/breaks/live/useDrawn.ts'
import { useEscape } from '../../features/breaks/live/useEscape.ts'
import { useOfferWords } from '../../features/breaks/live/useOfferWords.ts'
import { useRunning } from '../../features/breaks/live/useRunning.ts'
import { useSettling } from '../../features/breaks/live/useSettling.ts'
import { useTimeLeft } from '../../features/breaks/live/useTimeLeft.ts'
import '../../text/breakText.ts'
import { useClient, useLinkState } from '../../watch.ts'
import styles from './PauseWindow.module.css'

/** Without a word for so long this window goes by itself: nobody may be left behind a page that nobody answers for. */
export const SILENCE_MS = 4000
/** As long as it takes to fade. */
const FADE_MS = 420

const ownDisplay = () => new URLSearchParams(window.location.search).get('display') ?? ''

export default function PauseWindow() {
  const words = useOfferWords()
  const view = useBreaks()
  const link = useLinkState()
  const running = view?.running ?? null
  const last = useRef<RunningBreakView | null>(null)
  if (running !== null) last.current = running
  const isSilent = useLasting(link.state !== 'connected' || view === undefined, SILENCE_MS)
  const isGone = view !== undefined && running === null
  useClosed(isSilent, 0)
  useClosed(isGone, last.current === null ? 0 : FADE_MS)
  useSettling(running && `${running.id}`, () => window)
  return (
    <main className={styles.pause} data-gone={isGone || isSilent || undefined}>
      {last.current ? <Running running={last.current} words={words} /> : null}
    </main>
  )
}

function Running({ running, words }: { running: RunningBreakView; words: OfferWords }) {
  const client = useClient()
  const display = ownDisplay()
  const isMain = running.displays.length === 0 || running.displays[0] === display
  const time = useTimeLeft(running)
  const shown = useRunning(running, time, words)
  useDrawn('overlay', running.id, display)
  useEscape(shown.finish)
  useBreakTone(isMain ? running : null, time.leftMs)
  useClosed(time.overMs >= SILENCE_MS, 0)
  return (
    <RunningWhole
      running={running}
      time={time}
      shown={shown}
      isMain={isMain}
      onHardMoment={() => void client.shell.openPopup({ wish: 'panic' }).catch(() => {})}
      title={(sentence) => <h1>{sentence}</h1>}
    />
  )
}

function useClosed(isOver: boolean, afterMs: number): void {
  useEffect(() => {
    if (!isOver) return
    const timer = setTimeout(() => window.close(), afterMs)
    return () => clearTimeout(timer)
  }, [isOver, afterMs])
}
