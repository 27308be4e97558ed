/** One lamp as it stands in its room: its stand, its shade, and its light; where nobody knows, an empty place. */
import type { CSSProperties } from 'react'
import type { LampView } from '../../../electron/contract/lights.ts'
import { glowOf, paintOf } from '../../../electron/core/lights/lampPaint.ts'
import styles from './LampDrawing.module.css'
import type { LampForm } from './lampForm.ts'
import { isAbsent } from './lightWords.ts'

/** Of the page's own motion, where Lull asked for nothing. */
const OWN_FADE_MS = 420

/** What the style sheet draws with; custom properties are no part of React's own type. */
export function lightStyle(
  lamp: Pick<LampView, 'isOn' | 'isReachable' | 'brightness' | 'colour' | 'fadeMs'>,
) {
  const { red, green, blue } = paintOf(lamp.colour)
  const style: Record<`--${string}`, string | number> = {
    '--light': `rgb(${red} ${green} ${blue})`,
    '--glow-level': isAbsent(lamp) ? 0 : glowOf(lamp.isOn, lamp.brightness),
    '--fade': `${lamp.fadeMs ?? OWN_FADE_MS}ms`,
  }
  return style as CSSProperties
}

const stands: Record<LampForm, string> = {
  pendant: 'M50 0V38',
  floor: 'M50 42V117M36 118.5H64',
  table: 'M50 74V96M41 97H59M16 99H84M24 99V119M76 99V119',
  wall: 'M50 70V84M40 84H60',
}

const shades: Record<LampForm, string> = {
  pendant: 'M28 62C28 47 37 38 50 38C63 38 72 47 72 62Z',
  floor: 'M33 44L40 19H60L67 44Z',
  table: 'M35 75L42 54H58L65 75Z',
  wall: 'M50 70m-15-15a15 15 0 1 0 30 0a15 15 0 1 0-30 0Z',
}

export function LampDrawing({ lamp, form }: { lamp: LampView; form: LampForm }) {
  return (
    <span
      className={styles.lamp}
      style={lightStyle(lamp)}
      data-form={form}
      data-absent={isAbsent(lamp) || undefined}
      aria-hidden="true"
    >
      <span className={styles.wash} />
      <span className={styles.halo} />
      <svg className={styles.drawing} viewBox="0 0 100 120" focusable="false" aria-hidden="true">
        <path className={styles.stand} d={stands[form]} />
        <path className={styles.shade} d={shades[form]} />
        <path className={styles.lit} d={shades[form]} />
      </svg>
    </span>
  )
}

/** The same light where there is no room to draw a lamp. */
export function LampDot({ lamp }: { lamp: LampView }) {
  return (
    <span
      className={styles.dot}
      style={lightStyle(lamp)}
      data-absent={isAbsent(lamp) || undefined}
      aria-hidden="true"
    />
  )
}
