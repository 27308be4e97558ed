/** The sounds Lull makes: which one, how loud, for how long, and whether an exercise is spoken. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { SoundSettings } from '../../../electron/contract/lights.ts'
import { SOUND_KINDS, SOUND_UNTIL, type SoundUntil } from '../../../electron/core/sound/soundKinds.ts'
import { Button } from '../../design/Button.tsx'
import { Choice } from '../../design/Choice.tsx'
import { Row, Section } from '../../design/Page.tsx'
import '../../text/soundText.ts'
import { useBreaks } from '../breaks/live/useBreaks.ts'
import { Cards } from '../breaks/settings/Cards.tsx'
import styles from './Sound.module.css'
import { SoundSign } from './SoundSign.tsx'
import { SpokenRow } from './SpokenRow.tsx'
import { useSound, useSoundPlayer } from './useSound.ts'
import { type SoundEdit, useSoundEdit } from './useSoundEdit.ts'
import { useSoundSwitch } from './useSoundSwitch.ts'
import { useSoundWords } from './useSoundWords.ts'
import { VolumeRow } from './VolumeRow.tsx'

export default function SoundSection() {
  const { t } = useTranslation()
  const { sound, edit, failure } = useSoundEdit()
  if (!sound) return null
  return (
    <Section title={t('sound.title')} about={t('sound.about')}>
      <KindCards sound={sound} edit={edit} />
      <Now />
      <div>
        <VolumeRow volume={sound.volume} onChange={(volume) => edit({ volume })} />
        <UntilRow />
        <SpokenRow spoken={sound.spoken} volume={sound.volume} onSwitch={(spoken) => edit({ spoken })} />
      </div>
      <p role="alert" className={styles.failure}>
        {failure === null ? null : t('sound.failed', { reason: t(`errors.${failure}`) })}
      </p>
    </Section>
  )
}

interface KindCardsProps {
  sound: SoundSettings
  edit: SoundEdit
}

/** Another kind is heard at once where one is playing. */
function KindCards({ sound, edit }: KindCardsProps) {
  const { t } = useTranslation()
  const player = useSoundPlayer()
  const { kind: playing, isHere } = useSound()
  return (
    <Cards
      label={t('sound.kindLabel')}
      value={sound.kind}
      options={SOUND_KINDS.map((value) => ({
        value,
        name: t(`sound.kind.${value}`),
        about: t(`sound.kindAbout.${value}`),
      }))}
      onChoose={(kind) => {
        edit({ kind })
        if (playing !== null && isHere) void player.play(kind, sound.volume)
      }}
    />
  )
}

function Now() {
  const { t } = useTranslation()
  const view = useSound()
  const pressed = useSoundSwitch()
  const words = useSoundWords(view)
  if (pressed === null) return null
  const isPlaying = view.kind !== null
  return (
    <div className={styles.now}>
      <Button className={styles.control ?? ''} data-playing={isPlaying || undefined} onClick={pressed.press}>
        <SoundSign />
        {t(`sound.${isPlaying ? 'stop' : 'play'}.${pressed.kind}`)}
      </Button>
      <p role="status" className={styles.words}>
        {words ?? t('sound.nothing')}
      </p>
    </div>
  )
}

function UntilRow() {
  const { t } = useTranslation()
  const labelId = useId()
  const player = useSoundPlayer()
  const { until } = useSound()
  const hasPause = (useBreaks()?.running ?? null) !== null
  const options = SOUND_UNTIL.filter((value) => value !== 'pause' || hasPause)
  return (
    <Row label={t('sound.until')} about={t('sound.untilAbout')} labelId={labelId}>
      <Choice<SoundUntil>
        label={t('sound.until')}
        value={options.includes(until) ? until : 'open'}
        options={options.map((value) => ({ value, label: t(`sound.untilOption.${value}`) }))}
        placeholder={t('sound.untilOption.open')}
        onChoose={(value) => player.setUntil(value)}
      />
    </Row>
  )
}
