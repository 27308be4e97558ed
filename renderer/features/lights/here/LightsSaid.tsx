/** Under the words that asked for it: what became of a wish about the light, with its way back for a minute. */
import type { TFunction } from 'i18next'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LightsView } from '../../../../electron/contract/lights.ts'
import { showing, undoable } from '../../../../electron/core/lights/whatShows.ts'
import '../../../text/roomText.ts'
import { Told } from '../../breaks/live/Told.tsx'
import { thePage, useHandOn } from '../useHandOn.ts'
import { useLights } from '../useLights.ts'
import { useSecondsLeft } from '../useSecondsLeft.ts'
import styles from './LightsHere.module.css'
import { TOLD_MS, turnMs } from './roomLine.ts'
import { toldWords } from './roomWords.ts'
import type { SaidInTalk } from './saidInTalk.ts'
import { UndoButton, type UndoButtonProps } from './UndoButton.tsx'
import { useRoomDoings } from './useRoomDoings.ts'

/** Clocks of one machine, read a moment apart. */
const SLACK_MS = 2000

/** Null: what was asked for is over, and nothing is left to say. */
function saidWords(
  { outcome, atMs }: SaidInTalk,
  view: LightsView,
  nowMs: number,
  t: TFunction,
): string | null {
  if (typeof outcome === 'object') {
    return 'refused' in outcome ? t(`room.refused.${outcome.refused}`) : t(`errors.${outcome.failed}`)
  }
  if (outcome === 'already') return t('room.said.already')
  if (outcome === 'givingBack') return t('room.back')
  if (outcome === 'nothingOn') return t('room.said.nothingOn')
  if (showing(view)?.because === 'talk') return t('room.said.soft')
  const { told } = view
  const isOurs = told?.because === 'talk' && told.atMs >= atMs - SLACK_MS && nowMs - told.atMs < TOLD_MS
  if (told && isOurs) return toldWords(told, view, t)
  const isComing = view.claims.some(({ because, begunMs }) => because === 'talk' && begunMs === null)
  return isComing ? t('room.said.softening') : null
}

export default function LightsSaid({ said }: { said: SaidInTalk }) {
  const { t } = useTranslation()
  const view = useLights()
  const doings = useRoomDoings()
  useSecondsLeft(turnMs(view))
  if (!view) return null
  const nowMs = Date.now()
  const words = saidWords(said, view, nowMs, t)
  if (words === null) return null
  const announced = undoable(view, nowMs)
  const canUndo = said.outcome === 'softening' && announced?.because === 'talk'
  const isOnScreen = view.isSimulated && said.outcome === 'softening' && showing(view) !== null
  return (
    <div className={styles.chip}>
      <Told>{words}</Told>
      <span>
        {words} {isOnScreen ? t('room.onScreen') : null}
      </span>
      {canUndo && announced ? <WayBack announced={announced} onUndo={doings.undo} /> : null}
    </div>
  )
}

/** It goes when it was pressed, and when its minute is over: one writes on. */
function WayBack(props: UndoButtonProps) {
  const place = useRef<HTMLSpanElement>(null)
  useHandOn(place, thePage)
  return (
    <span ref={place} className={styles.ways}>
      <UndoButton {...props} />
    </span>
  )
}
