/** How loud, as a share of the loudest Lull ever gets; heard while the hand is on it, saved when it lets go. */
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Row } from '../../design/Page.tsx'
import { useLanguage } from '../../text/amounts.ts'
import styles from './Sound.module.css'
import { useSoundPlayer } from './useSound.ts'

const STEP_PERCENT = 5

export interface VolumeRowProps {
  volume: number
  onChange: (volume: number) => void
}

export function VolumeRow({ volume, onChange }: VolumeRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const player = useSoundPlayer()
  const labelId = useId()
  const saved = Math.round(volume * 100)
  const [percent, setPercent] = useState(saved)
  useEffect(() => setPercent(saved), [saved])
  const shown = new Intl.NumberFormat(language, { style: 'percent' }).format(percent / 100)
  const finish = () => {
    if (percent !== saved) onChange(percent / 100)
  }
  return (
    <Row label={t('sound.volume')} about={t('sound.volumeOf', { percent: shown })} labelId={labelId}>
      <input
        type="range"
        className={styles.slider}
        aria-labelledby={labelId}
        aria-valuetext={shown}
        min={0}
        max={100}
        step={STEP_PERCENT}
        value={percent}
        onChange={(event) => {
          const next = Number(event.target.value)
          setPercent(next)
          player.setVolume(next / 100)
        }}
        onPointerUp={finish}
        onKeyUp={finish}
        onBlur={finish}
      />
    </Row>
  )
}
