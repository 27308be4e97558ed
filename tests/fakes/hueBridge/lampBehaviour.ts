/** What a lamp makes of a change: it counts in 254 steps, leaves out what it cannot, and does nothing while it is off. */
import type { LightChange } from './putRules.ts'
import type { FakeLight } from './resources.ts'

export interface LampTemper {
  isReachable: boolean
  /** Jumps where it was asked to fade. */
  ignoresFades: boolean
}

export interface LampAnswer {
  /** The members that changed, as an event tells them; empty: nothing did. */
  changed: Record<string, unknown>
  /** Said with 207. */
  errors: string[]
}

/** 30 reads back as 29.92: percent is kept as one of 254 steps, cut off and not rounded. */
export function inSteps(percent: number, least: number): number {
  const step = Math.floor((percent * 254) / 100)
  return Math.max(least, Math.round((step / 254) * 10_000) / 100)
}

const unable = (member: string) => `device (light) does not support command (.${member})`
const softOff = (member: string) => `device (light) is "soft off", command (.${member}) may not have effect`
const noContact = (member: string) =>
  `device (light) has communication issues, command (.${member}) may not have effect`

const MEMBERS = {
  dimming: 'dimming.brightness',
  color_temperature: 'color_temperature.mirek',
  color: 'color.xy',
} as const

type Shown = keyof typeof MEMBERS
const shownMembers = Object.keys(MEMBERS) as Shown[]

function setOne(light: FakeLight, change: LightChange, member: Shown): Record<string, unknown> {
  if (member === 'dimming' && light.dimming && change.dimming) {
    light.dimming.brightness = inSteps(change.dimming.brightness, light.dimming.min_dim_level)
    return { dimming: { brightness: light.dimming.brightness } }
  }
  if (member === 'color_temperature' && light.color_temperature && change.color_temperature) {
    const { mirek_minimum, mirek_maximum } = light.color_temperature.mirek_schema
    const mirek = Math.min(mirek_maximum, Math.max(mirek_minimum, change.color_temperature.mirek))
    Object.assign(light.color_temperature, { mirek, mirek_valid: true })
    return { color_temperature: { mirek, mirek_valid: true } }
  }
  if (member === 'color' && light.color && change.color) {
    light.color.xy = { ...change.color.xy }
    // In colour mode there is no temperature to tell.
    if (light.color_temperature) Object.assign(light.color_temperature, { mirek: null, mirek_valid: false })
    return { color: { xy: light.color.xy }, color_temperature: { mirek: null, mirek_valid: false } }
  }
  return {}
}

/** Where colour and temperature come together, colour wins. */
export function changeLamp(light: FakeLight, change: LightChange, temper: LampTemper): LampAnswer {
  const answer: LampAnswer = { changed: {}, errors: [] }
  const asked = shownMembers.filter((member) => change[member] !== undefined)
  if (!temper.isReachable) return { changed: {}, errors: asked.map((member) => noContact(MEMBERS[member])) }
  if (change.on && change.on.on !== light.on.on) {
    light.on.on = change.on.on
    answer.changed.on = { on: light.on.on }
  }
  for (const member of asked) {
    if (light[member] === undefined) answer.errors.push(unable(MEMBERS[member]))
    else if (!light.on.on) answer.errors.push(softOff(MEMBERS[member]))
    else Object.assign(answer.changed, setOne(light, change, member))
  }
  return answer
}
