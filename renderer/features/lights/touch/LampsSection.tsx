/** Rooms and lamps, ticked by the person; where someone else lives, each lamp by itself. */
import { useTranslation } from 'react-i18next'
import { Button, buttonClass } from '../../../design/Button.tsx'
import { Section } from '../../../design/Page.tsx'
import { useNotice } from '../../../design/Toasts.tsx'
import { houseRooms } from '../houseRooms.ts'
import { hrefOf } from '../lightsAddress.ts'
import { capitalised } from '../lightWords.ts'
import type { RoomViewProps } from '../RoomView.tsx'
import { goneLamps, lampTick } from '../ticks.ts'
import { RoomTicks } from './RoomTicks.tsx'
import { SwitchRow } from './SwitchRow.tsx'
import styles from './Touch.module.css'
import { ZoneTicks } from './ZoneTicks.tsx'

export function LampsSection(props: RoomViewProps) {
  const { t } = useTranslation()
  const { view, choices, edits } = props
  return (
    <Section title={t('lights.touch.lamps.title')}>
      {view.isSimulated ? <NothingPaired /> : <Ticks {...props} />}
      <SwitchRow
        label={t('lights.touch.lamps.others')}
        about={t('lights.touch.lamps.othersAbout')}
        on={choices.othersLiveHere}
        onSwitch={(on) => edits.edit(() => ({ othersLiveHere: on }))}
      />
    </Section>
  )
}

function NothingPaired() {
  const { t } = useTranslation()
  return (
    <div className={styles.none}>
      <p>{t('lights.touch.lamps.simulated')}</p>
      <p>
        <a className={buttonClass('chip')} href={hrefOf({ view: 'sources' })}>
          {t('lights.touch.lamps.find')}
        </a>
      </p>
    </div>
  )
}

function Ticks(props: RoomViewProps) {
  const { t } = useTranslation()
  const { view, choices } = props
  const rooms = houseRooms(view)
  if (rooms.length === 0) return <p className={styles.none}>{t('lights.touch.lamps.none')}</p>
  return (
    <>
      <div className={styles.rooms}>
        {rooms.map((room) => (
          <RoomTicks key={room.id ?? ''} room={room} {...props} />
        ))}
      </div>
      {view.lamps.some((lamp) => lampTick(lamp, choices) === 'shared') ? (
        <p className={styles.small}>{t('lights.touch.lamps.shared')}</p>
      ) : null}
      {choices.othersLiveHere ? null : <ZoneTicks {...props} />}
      <Gone {...props} />
    </>
  )
}

const UNDO_SECONDS = 10

/** A bridge that is away takes none of the person's ticks with it. */
function Gone({ view, choices, words, edits }: RoomViewProps) {
  const { t } = useTranslation()
  const notice = useNotice()
  const gone = goneLamps(choices, view)
  const isWhole = view.sources.every(({ phase }) => phase.phase === 'connected')
  if (gone.length === 0) return null
  function forget() {
    edits.edit(({ lampIds }) => ({ lampIds: lampIds.filter((id) => !gone.includes(id)) }))
    const run = () => edits.edit(({ lampIds }) => ({ lampIds: [...new Set([...lampIds, ...gone])] }))
    notice({
      text: t('lights.touch.lamps.forgot'),
      undo: { label: t('common.undo'), seconds: UNDO_SECONDS, run },
    })
  }
  return (
    <p className={styles.small}>
      {t('lights.touch.lamps.gone', { count: gone.length, n: capitalised(words.counted(gone.length)) })}{' '}
      {isWhole ? (
        <Button look="plain" onClick={forget}>
          {t('lights.touch.lamps.forget')}
        </Button>
      ) : null}
    </p>
  )
}
