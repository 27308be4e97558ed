/** The rooms side by side, as if the house were cut open; very many lamps stand in rows instead. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LampView, LightsView } from '../../../electron/contract/lights.ts'
import styles from './House.module.css'
import { type HouseRoom, houseRooms, isCompact } from './houseRooms.ts'
import { LampDot, LampDrawing } from './LampDrawing.tsx'
import { LampHandPanel } from './LampHandPanel.tsx'
import { LampTouch } from './LampTouch.tsx'
import { lampForm } from './lampForm.ts'
import { type LightWords, lampMark, lampState } from './lightWords.ts'
import type { LightDoings } from './useLightDoings.ts'

export interface HouseProps {
  view: LightsView
  words: LightWords
  doings: LightDoings
}

export function House({ view, words, doings }: HouseProps) {
  const { t } = useTranslation()
  const [touchedId, setTouchedId] = useState<string | null>(null)
  const rooms = houseRooms(view)
  const compact = isCompact(rooms)
  if (rooms.length === 0) return <p className={styles.empty}>{t('lights.room.empty')}</p>
  const inHand = view.lamps.find(({ id, sourceId }) => id === touchedId && isOnScreen(view, sourceId))
  const hand = { onPick: setTouchedId, touch: doings.touch }
  return (
    <div className={styles.house}>
      <div className={compact ? styles.rows : styles.rooms}>
        {rooms.map((room) => (
          <RoomDrawn key={room.id ?? ''} room={room} {...{ view, words, compact, hand }} />
        ))}
      </div>
      {view.isSimulated ? <p className={styles.small}>{t('lights.room.tryHint')}</p> : null}
      {inHand ? <LampHandPanel lamp={inHand} words={words} touch={doings.touch} /> : null}
    </div>
  )
}

const isOnScreen = ({ sources }: LightsView, sourceId: string): boolean =>
  sources.some(({ id, driver }) => id === sourceId && driver === 'simulator')

export interface Hand {
  onPick: (lampId: string) => void
  touch: LightDoings['touch']
}

interface RoomProps {
  room: HouseRoom
  view: LightsView
  words: LightWords
  compact: boolean
  hand: Hand
}

function RoomDrawn({ room, view, words, compact, hand }: RoomProps) {
  const { t } = useTranslation()
  const name = room.name ?? t('lights.room.none')
  const count = room.lamps.length
  const ticks = room.lamps.filter(({ choice }) => choice === 'chosen').length
  return (
    <section
      className={styles.room}
      aria-label={name}
      style={compact ? undefined : { flexGrow: count, flexBasis: `${count * 116}px` }}
    >
      <h2 className={styles.name}>
        {name}
        {compact ? (
          <span className={styles.count}>
            {t('lights.room.about', { count, n: words.number(count) })}{' '}
            {t('lights.room.ticked', { n: words.number(ticks) })}
          </span>
        ) : null}
      </h2>
      <ul className={compact ? styles.list : styles.wall} aria-label={t('lights.room.label', { room: name })}>
        {room.lamps.map((lamp, at) => (
          <LampPlace key={lamp.id} at={at} isMixed={ticks > 0} {...{ lamp, view, words, compact, hand }} />
        ))}
      </ul>
    </section>
  )
}

interface PlaceProps extends Omit<RoomProps, 'room'> {
  lamp: LampView
  at: number
  /** Some lamps of its room are ticked. */
  isMixed: boolean
}

function LampPlace({ lamp, at, isMixed, view, words, compact, hand }: PlaceProps) {
  const state = lampState(lamp, words)
  // In a row of many the room says how many are ticked.
  const isPlain = compact && lamp.heldBy === null && !isMixed
  const mark = isPlain ? null : lampMark(lamp, words)
  const picture = compact ? (
    <LampDot lamp={lamp} />
  ) : (
    <LampDrawing lamp={lamp} form={lampForm(lamp.name, at)} />
  )
  const said = (
    <span className={styles.words}>
      <span className={styles.lampName}>{lamp.name}</span> <span className={styles.state}>{state}</span>{' '}
      {mark === null ? null : (
        <span className={styles.mark} data-held={lamp.heldBy !== null || undefined}>
          {mark}
        </span>
      )}
    </span>
  )
  return (
    <li className={compact ? styles.line : styles.place}>
      {isOnScreen(view, lamp.sourceId) ? (
        <LampTouch lamp={lamp} hand={hand}>
          {picture}
          {said}
        </LampTouch>
      ) : (
        <span className={styles.still}>
          {picture}
          {said}
        </span>
      )}
    </li>
  )
}
