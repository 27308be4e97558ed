/** What a look does, in one small strip: an ordinary light on the left becomes the look on the right. */
import type { LampColour, Shown } from '../../../electron/core/lights/lamp.ts'
import { glowOf, paintOf } from '../../../electron/core/lights/lampPaint.ts'
import type { Look } from '../../../electron/core/lights/looks.ts'
import styles from './Looks.module.css'

/** An ordinary light to begin with: percent, mirek. */
const SAMPLE = { brightness: 90, mirek: 270 }
/** A breath is a tenth down and up again; drawn a little more, so that it can be seen. */
const WAVE = [90, 45, 90, 45, 90]
const DARK = { red: 52, green: 42, blue: 35 }

function colourAfter(look: Look): LampColour {
  const { colour } = look
  if (colour === null) return { kind: 'temperature', mirek: SAMPLE.mirek }
  if (colour.kind === 'temperature' || colour.kind === 'xy') return colour
  const mirek = colour.kind === 'warmer' ? SAMPLE.mirek + colour.byMirek * 2 : colour.mirek
  return { kind: 'temperature', mirek: Math.max(SAMPLE.mirek, mirek) }
}

/** A light on a dusky wall: the less it glows, the more of the wall is seen. */
export function litWall({ brightness, colour }: Shown): string {
  const { red, green, blue } = paintOf(colour)
  const glow = glowOf(true, brightness)
  const mixed = (light: number, dark: number) => Math.round(dark + (light - dark) * glow)
  return `rgb(${mixed(red, DARK.red)} ${mixed(green, DARK.green)} ${mixed(blue, DARK.blue)})`
}

export function stripOf(look: Look): string {
  const colour = colourAfter(look)
  if (look.id === 'breathe') {
    return `linear-gradient(90deg, ${WAVE.map((brightness) => litWall({ brightness, colour })).join(', ')})`
  }
  const before: Shown = {
    brightness: SAMPLE.brightness,
    colour: { kind: 'temperature', mirek: SAMPLE.mirek },
  }
  const after: Shown = { brightness: Math.min(SAMPLE.brightness, look.brightness ?? 100), colour }
  return `linear-gradient(90deg, ${litWall(before)} 18%, ${litWall(after)} 72%)`
}

export function LookSwatch({ look }: { look: Look }) {
  return <span className={styles.strip} style={{ background: stripOf(look) }} aria-hidden="true" />
}

/** A scene of the person's own: each of its lamps. */
export function SceneSwatch({ lamps }: { lamps: readonly Shown[] }) {
  const shown = lamps.length === 0 ? [{ brightness: 60, colour: null }] : lamps.slice(0, 8)
  const colours = shown.map(litWall)
  const stops = colours.length === 1 ? [...colours, ...colours] : colours
  return (
    <span
      className={styles.strip}
      style={{ background: `linear-gradient(90deg, ${stops.join(', ')})` }}
      aria-hidden="true"
    />
  )
}
