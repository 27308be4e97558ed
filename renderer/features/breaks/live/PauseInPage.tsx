/** A running pause over the page of a browser tab; a talk is no pause to lie over, so it only keeps the time. */
import { Dialog } from '@base-ui/react/dialog'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunningBreakView } from '../../../../electron/contract/breaks.ts'
import { Button } from '../../../design/Button.tsx'
import { useCovered } from '../../../design/covered.ts'
import { useLasting } from '../../../design/times.ts'
import { useLinkState } from '../../../watch.ts'
import { useOpenPanic } from '../../exercises/panic/PanicDoor.tsx'
import styles from './BreakInPage.module.css'
import { useBreakNotice } from './breakNotice.ts'
import type { OfferWords } from './offerWords.ts'
import { RunningWhole } from './RunningWhole.tsx'
import { Told } from './Told.tsx'
import { useBreakTone } from './useBreakTone.ts'
import { type RunningShown, useRunning } from './useRunning.ts'
import { useSettling } from './useSettling.ts'
import { type TimeLeft, useTimeLeft } from './useTimeLeft.ts'

/** Without a word for so long the page is the person's again. */
const SILENCE_MS = 4000

export interface PauseInPageProps {
  running: RunningBreakView
  words: OfferWords
}

export function PauseInPage({ running, words }: PauseInPageProps) {
  const { t } = useTranslation()
  const time = useTimeLeft(running)
  const shown = useRunning(running, time, words)
  const isSilent = useLasting(useLinkState().state !== 'connected', SILENCE_MS)
  const isOver = time.leftMs <= 0
  const isCovered = useCovered()
  useBreakTone(running, time.leftMs)
  useBreakNotice(
    isOver ? { name: `over-${running.id}`, title: t('break.notice.running'), body: shown.left } : null,
  )
  if (isSilent || isCovered || time.overMs >= SILENCE_MS) return null
  if (running.arm === 'talk') return <TalkLine shown={shown} />
  return <Over running={running} time={time} shown={shown} />
}

function TalkLine({ shown }: { shown: RunningShown }) {
  const { t } = useTranslation()
  return (
    <aside className={styles.talk} aria-label={t('break.running.label')}>
      <Told>{shown.told}</Told>
      <p>
        {t('break.running.talking')} {t('break.running.until', { clock: shown.clock })}
      </p>
      {shown.mayLeave ? (
        <Button look="plain" onClick={shown.finish}>
          {t('break.running.back')}
        </Button>
      ) : null}
    </aside>
  )
}

interface OverProps {
  running: RunningBreakView
  time: TimeLeft
  shown: RunningShown
}

function Over({ running, time, shown }: OverProps) {
  const openPanic = useOpenPanic()
  const popup = useRef<HTMLDivElement>(null)
  useSettling(`${running.id}`, () => window)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && shown.finish()} disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Popup ref={popup} className={styles.over} initialFocus={popup}>
          <RunningWhole
            running={running}
            time={time}
            shown={shown}
            isMain
            onHardMoment={openPanic}
            title={(sentence) => <Dialog.Title>{sentence}</Dialog.Title>}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
