/** A room with its lamps, to be ticked whole or one by one. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { LampView } from '../../../../electron/contract/lights.ts'
import type { HouseRoom } from '../houseRooms.ts'
import { lampState } from '../lightWords.ts'
import type { RoomViewProps } from '../RoomView.tsx'
import { lampTick, roomTick, withLamp, withRoom } from '../ticks.ts'
import { Tick } from './Tick.tsx'
import styles from './Touch.module.css'

export function RoomTicks({ room, ...props }: RoomViewProps & { room: HouseRoom }) {
  const { t } = useTranslation()
  const { view, choices, words, edits } = props
  const name = room.name ?? t('lights.room.none')
  const { state, ticked } = roomTick(room.lamps, choices)
  const counts = { ticked: words.number(ticked), all: words.number(room.lamps.length) }
  const { id } = room
  return (
    <section className={styles.room} aria-label={name}>
      <div className={styles.roomHead}>
        {choices.othersLiveHere || id === null ? (
          <h3 className={styles.roomName}>{name}</h3>
        ) : (
          <h3 className={styles.roomName}>
            <Tick
              state={state}
              label={name}
              name={t('lights.touch.lamps.room', { room: name })}
              onTick={(on) => edits.edit((now) => withRoom(now, id, view.lamps, on))}
            />
          </h3>
        )}
        <span className={styles.count}>
          {t(choices.othersLiveHere ? 'lights.touch.lamps.countShared' : 'lights.touch.lamps.count', counts)}
        </span>
      </div>
      <ul className={styles.lamps}>
        {room.lamps.map((lamp) => (
          <LampRow key={lamp.id} lamp={lamp} {...props} />
        ))}
      </ul>
    </section>
  )
}

function LampRow({ lamp, view, choices, words, edits }: RoomViewProps & { lamp: LampView }) {
  const { t } = useTranslation()
  const aboutId = useId()
  const tick = lampTick(lamp, choices)
  const { can } = lamp
  const isOutOfHand = !can.dim && can.temperature === null && !can.colour
  const why = isOutOfHand
    ? t('lights.touch.lamps.cannot')
    : tick === 'shared'
      ? t('lights.lamp.sharedHome')
      : null
  return (
    <li>
      <Tick
        state={tick === 'on' ? 'on' : 'off'}
        label={lamp.name}
        aboutId={aboutId}
        onTick={(on) => edits.edit((now) => withLamp(now, lamp.id, view.lamps, on))}
      >
        <span id={aboutId} className={styles.state}>
          {why ?? lampState(lamp, words)}
        </span>
      </Tick>
    </li>
  )
}
