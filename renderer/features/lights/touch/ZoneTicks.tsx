/** Zones: lamps of several rooms that belong together; their lamps stand in the rooms above. */
import { useTranslation } from 'react-i18next'
import type { RoomViewProps } from '../RoomView.tsx'
import { roomTick, withRoom } from '../ticks.ts'
import { Tick } from './Tick.tsx'
import styles from './Touch.module.css'

export function ZoneTicks({ view, choices, words, edits }: RoomViewProps) {
  const { t } = useTranslation()
  const zones = view.groups
    .filter(({ kind }) => kind === 'zone')
    .map((zone) => ({ ...zone, lamps: view.lamps.filter(({ roomIds }) => roomIds.includes(zone.id)) }))
    .filter(({ lamps }) => lamps.length > 0)
  if (zones.length === 0) return null
  return (
    <ul className={styles.zones}>
      {zones.map(({ id, name, lamps }) => {
        const { state, ticked } = roomTick(lamps, choices)
        const counts = { ticked: words.number(ticked), all: words.number(lamps.length) }
        return (
          <li key={id} className={styles.roomHead}>
            <Tick
              state={state}
              label={t('lights.touch.lamps.zone', { room: name })}
              onTick={(on) => edits.edit((now) => withRoom(now, id, view.lamps, on))}
            />
            <span className={styles.count}>{t('lights.touch.lamps.count', counts)}</span>
          </li>
        )
      })}
    </ul>
  )
}
