/** The lamp under the hand, with what a hand can do to it: switch, dim, warm, and cut its power at the wall. */
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LampView } from '../../../electron/contract/lights.ts'
import { Row } from '../../design/Page.tsx'
import { Switch } from '../../design/Switch.tsx'
import styles from './House.module.css'
import { isAbsent, type LightWords, percentOf } from './lightWords.ts'
import type { LightDoings } from './useLightDoings.ts'
import { warmthName } from './warmthName.ts'

export interface LampHandPanelProps {
  lamp: LampView
  words: LightWords
  touch: LightDoings['touch']
}

export function LampHandPanel({ lamp, words, touch }: LampHandPanelProps) {
  const { t } = useTranslation()
  const [onId, wallId] = [useId(), useId()]
  const { id, can, brightness, colour } = lamp
  const isLit = lamp.isOn === true && !isAbsent(lamp)
  const title = t('lights.hand.title', { lamp: lamp.name })
  const mirek = colour?.kind === 'temperature' ? colour.mirek : null
  return (
    <section className={styles.hand} aria-label={title}>
      <h2>{title}</h2>
      <p className={styles.small}>{t('lights.hand.about')}</p>
      <Row label={t('lights.hand.on')} labelId={onId}>
        <Switch
          labelId={onId}
          on={isLit}
          disabled={isAbsent(lamp)}
          onSwitch={(isOn) => touch(id, { isOn })}
        />
      </Row>
      {isLit && can.dim && brightness !== null ? (
        <Slider
          label={t('lights.hand.brightness')}
          value={Math.round(brightness)}
          range={[1, 100, 1]}
          words={(value) => percentOf(value, words)}
          onChange={(value) => touch(id, { brightness: value })}
        />
      ) : null}
      {isLit && can.temperature !== null ? (
        <Slider
          label={t('lights.hand.warmth')}
          value={Math.round(mirek ?? can.temperature.mostMirek)}
          range={[can.temperature.leastMirek, can.temperature.mostMirek, 1]}
          words={(value) => kelvinWords(1e6 / value, words)}
          onChange={(value) => touch(id, { mirek: value })}
        />
      ) : null}
      <Row label={t('lights.hand.wall')} about={t('lights.hand.wallAbout')} labelId={wallId}>
        <Switch
          labelId={wallId}
          on={lamp.isReachable === true}
          onSwitch={(isReachable) => touch(id, { isReachable })}
        />
      </Row>
    </section>
  )
}

/** "2,240 K, evening": to the nearest ten, as nobody sees less. */
export function kelvinWords(kelvin: number, { t, number }: LightWords): string {
  const round = Math.round(kelvin / 10) * 10
  return t('lights.hand.kelvin', { kelvin: number(round), word: t(`lights.warmth.${warmthName(kelvin)}`) })
}

interface SliderProps {
  label: string
  value: number
  /** Least, most, step. */
  range: readonly [number, number, number]
  words: (value: number) => string
  onChange: (value: number) => void
}

function Slider({ label, value, range: [min, max, step], words, onChange }: SliderProps) {
  const labelId = useId()
  const [drawn, setDrawn] = useState(value)
  useEffect(() => setDrawn(value), [value])

  /** Done when the hand lets go, not on the way. */
  function finish() {
    if (drawn !== value) onChange(drawn)
  }
  return (
    <Row label={label} labelId={labelId}>
      <span className={styles.small}>{words(drawn)}</span>
      <input
        type="range"
        className={styles.slider}
        aria-labelledby={labelId}
        aria-valuetext={words(drawn)}
        {...{ min, max, step }}
        value={drawn}
        onChange={(event) => setDrawn(Number(event.target.value))}
        onPointerUp={finish}
        onKeyUp={finish}
        onBlur={finish}
      />
    </Row>
  )
}
