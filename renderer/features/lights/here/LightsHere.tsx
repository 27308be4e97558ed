/** One quiet line wherever the person is: what Lull did with the light and why, and the way back. */
import type { TFunction } from 'i18next'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LightsView, OwnSceneView } from '../../../../electron/contract/lights.ts'
import { Button } from '../../../design/Button.tsx'
import { useKeptFocus } from '../../../design/useKeptFocus.ts'
import '../../../text/roomText.ts'
import { useOpenPlace, usePlace, useWithin } from '../../../windows/places.ts'
import { Told } from '../../breaks/live/Told.tsx'
import { useSettings } from '../../settings/useSettings.ts'
import { thePage, useHandOn } from '../useHandOn.ts'
import { useLights } from '../useLights.ts'
import { useSecondsLeft } from '../useSecondsLeft.ts'
import { useHardMoment } from './hardMoment.ts'
import styles from './LightsHere.module.css'
import { type RoomLine, roomLine, turnMs } from './roomLine.ts'
import { claimWords, toldWords } from './roomWords.ts'
import { useSaidInTalk } from './saidInTalk.ts'
import { UndoButton } from './UndoButton.tsx'
import { useRoomDoings } from './useRoomDoings.ts'

export interface LightsHereProps {
  window: 'popup' | 'home'
  /** The talk that is open before the person; null: none is. */
  conversationId: string | null
}

export default function LightsHere({ window: name, conversationId }: LightsHereProps) {
  const view = useLights()
  const said = useSaidInTalk(conversationId)
  const isHard = useHardMoment(conversationId)
  const isOnPage = useIsRoomPage() && name === 'home'
  useSecondsLeft(turnMs(view))
  const line = view && !isHard && !isOnPage ? roomLine(view, Date.now(), said) : null
  if (!view || !line) return null
  return <Line view={view} line={line} place={name} />
}

/** The page of the room says all of it itself. */
function useIsRoomPage(): boolean {
  const isLights = usePlace() === 'lights'
  const within = useWithin('lights')
  return isLights && within.length === 0
}

const nameOf = (line: RoomLine) =>
  line.kind === 'told' ? `told-${line.told.atMs}` : `${line.kind}-${line.claim.claimId}`

function lineWords(line: RoomLine, view: LightsView, scenes: readonly OwnSceneView[], t: TFunction): string {
  if (line.kind === 'soon') return t('room.soon')
  return line.kind === 'on' ? claimWords(line.claim, scenes, t) : toldWords(line.told, view, t)
}

function Line({ view, line, place }: { view: LightsView; line: RoomLine; place: 'popup' | 'home' }) {
  const { t } = useTranslation()
  const scenes = useSettings()?.lights.scenes ?? []
  const words = lineWords(line, view, scenes, t)
  const isOnScreen = view.isSimulated && line.kind === 'on'
  const canUndo = line.kind === 'on' && line.undo !== null
  return (
    <section className={styles.line} data-place={place} aria-label={t('room.label')}>
      <Heard key={nameOf(line)} {...{ words, isOnScreen, canUndo }} />
      <p className={styles.words}>
        {words}
        {isOnScreen ? <OnScreen /> : null}
      </p>
      {line.kind === 'told' ? null : <Ways line={line} />}
    </section>
  )
}

/** Said once for each line: that its minute is over by then is nothing to say. */
function Heard(line: { words: string; isOnScreen: boolean; canUndo: boolean }) {
  const { t } = useTranslation()
  const [{ words, isOnScreen, canUndo }] = useState(line)
  const heard = [words, isOnScreen ? t('room.onScreen') : null, canUndo ? t('room.canUndo') : null]
  return <Told>{heard.filter((part) => part !== null).join(' ')}</Told>
}

/** One button takes the place of the other, and the keyboard stays; when both are gone it goes on to the page. */
function Ways({ line }: { line: Exclude<RoomLine, { kind: 'told' }> }) {
  const { t } = useTranslation()
  const doings = useRoomDoings()
  const place = useRef<HTMLDivElement>(null)
  useKeptFocus(place, 'button')
  useHandOn(place, thePage)
  return (
    <div ref={place} className={styles.ways}>
      {line.kind === 'on' && line.undo ? (
        <UndoButton announced={line.undo} onUndo={doings.undo} />
      ) : (
        <Button look="plain" className={styles.way ?? ''} onClick={doings.giveBack}>
          {t(line.kind === 'on' ? 'room.giveBack' : 'room.leave')}
        </Button>
      )}
    </div>
  )
}

function OnScreen() {
  const { t } = useTranslation()
  const openPlace = useOpenPlace()
  return (
    <span className={styles.onScreen}>
      {' '}
      {t('room.onScreen')}{' '}
      <Button look="plain" className={styles.see ?? ''} onClick={() => openPlace('lights')}>
        {t('room.see')}
      </Button>
    </span>
  )
}
