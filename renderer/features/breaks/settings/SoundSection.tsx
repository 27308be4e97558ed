/** The tone of a pause, and the notices of a browser. */
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../../electron/contract/settings.ts'
import { Button } from '../../../design/Button.tsx'
import { Row, Section } from '../../../design/Page.tsx'
import { Switch } from '../../../design/Switch.tsx'
import { playTone } from '../../../design/tone.ts'
import { useLanguage } from '../../../text/amounts.ts'
import { useShell } from '../../models/ImportModel.tsx'
import { askNotices, useNoticeState } from '../live/breakNotice.ts'
import styles from './BreakSettings.module.css'
import type { BreakEdit } from './useBreakEdit.ts'

export interface SoundSectionProps {
  sound: Settings['breakSound']
  edits: BreakEdit
}

export function SoundSection({ sound, edits }: SoundSectionProps) {
  const { t } = useTranslation()
  const shell = useShell()
  const onId = useId()
  const change = (part: Partial<Settings['breakSound']>) =>
    edits.edit(({ breakSound }) => ({ breakSound: { ...breakSound, ...part } }))
  return (
    <Section title={t('breakSettings.sound.title')}>
      <div>
        <Row label={t('breakSettings.sound.on')} about={t('breakSettings.sound.onAbout')} labelId={onId}>
          <Switch labelId={onId} on={sound.on} onSwitch={(on) => change({ on })} />
        </Row>
        <VolumeRow volume={sound.volume} onChange={(volume) => change({ volume })} />
        {shell && !shell.present ? <NoticesRow /> : null}
      </div>
    </Section>
  )
}

const STEP_PERCENT = 5

function VolumeRow({ volume, onChange }: { volume: number; onChange: (volume: number) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const labelId = useId()
  const [percent, setPercent] = useState(() => Math.round(volume * 100))
  useEffect(() => setPercent(Math.round(volume * 100)), [volume])
  const shown = new Intl.NumberFormat(language, { style: 'percent' }).format(percent / 100)

  /** Saved when the hand lets go, not on the way. */
  function finish() {
    if (percent !== Math.round(volume * 100)) onChange(percent / 100)
  }
  return (
    <Row
      label={t('breakSettings.sound.volume')}
      about={t('breakSettings.sound.volumeOf', { percent: shown })}
      labelId={labelId}
    >
      <input
        type="range"
        className={styles.slider}
        aria-labelledby={labelId}
        aria-valuetext={shown}
        min={0}
        max={100}
        step={STEP_PERCENT}
        value={percent}
        onChange={(event) => setPercent(Number(event.target.value))}
        onPointerUp={finish}
        onKeyUp={finish}
        onBlur={finish}
      />
      <Button onClick={() => playTone('start', percent / 100)}>{t('breakSettings.sound.listen')}</Button>
    </Row>
  )
}

/** Only a browser has them; the app opens windows of its own. */
function NoticesRow() {
  const { t } = useTranslation()
  const state = useNoticeState()
  return (
    <Row label={t('breakSettings.sound.notices')} about={t('breakSettings.sound.noticesAbout')}>
      {state === 'ask' ? (
        <Button onClick={() => void askNotices()}>{t('breakSettings.sound.noticesAsk')}</Button>
      ) : (
        <span role="status" className={styles.small}>
          {t(`breakSettings.sound.noticesState.${state}`)}
        </span>
      )}
    </Row>
  )
}
