/** What a person can change, in one document with defaults for everything. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { defaultBreakSettings } from '../core/breaks/breakSettings.ts'
import { defaultLightChoices } from '../core/lights/lightChoices.ts'
import { type Layer, layers } from '../core/safety/tier.ts'
import { defaultWeights } from '../core/stress/families.ts'
import { breakSettingsSchema } from './breaks.ts'
import { homeAssistantSettings } from './homeAssistant.ts'
import { lightChoicesSchema, soundSettings } from './lights.ts'
import { sharedProcedure } from './procedure.ts'

const minuteOfDay = z.number().int().min(0).max(1439)

const sensing = z.object({
  /** Input used or not, locked, asleep. */
  presence: z.boolean(),
  /** Camera or microphone in use, screen shared. */
  calls: z.boolean(),
  /** Full screen and do not disturb. */
  screen: z.boolean(),
  /** Which program is in front. */
  apps: z.boolean(),
  /** Counts of keys, clicks and movement. */
  input: z.boolean(),
  /** How hard the computer works. */
  machine: z.boolean(),
})

/** Each ≥ 0; 0 switches the family's sensor off. */
const weight = z.number().min(0).max(1)
const weights = z.object({
  self: weight,
  body: weight,
  fragmentation: weight,
  comms: weight,
  typing: weight,
  hours: weight,
  machine: weight,
  pointer: weight,
})

/** A program and its arguments, run without a shell; null = none. */
const ownCommand = z.array(z.string().min(1).max(1000)).min(1).max(32).nullable()

/** What each setting may be. */
const fields = {
  theme: z.enum(['system', 'light', 'dark']),
  /** ISO 3166-1 alpha-2 for helplines; null = as the operating system says. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  /** Electron accelerator of the global shortcut; null = none. */
  shortcut: z.string().max(60).nullable(),
  /** Start with the computer. */
  openAtLogin: z.boolean(),
  /** Epoch milliseconds at which the person read and accepted the first-run notice; null = not yet. */
  noticeAcceptedAt: z.number().int().nullable(),
  /** Consent by sensor: presence is on, everything else is asked for. */
  sensing,
  /** All sensing stopped until then, epoch ms; `until: null` = until switched on again. Null = not paused. */
  sensingPaused: z.object({ until: z.number().int().nullable() }).nullable(),
  /** Whether the strain score is worked out at all. */
  strainOn: z.boolean(),
  weights,
  /** Work without rest after which a pause is due. */
  breakTargetMinutes: z.number().int().min(20).max(90),
  /** A day longer than this is a long day. */
  longDayHours: z.number().min(4).max(16),
  /** Local minutes of the day in which the person would rather not work; null = none. */
  quietHours: z.object({ startMinute: minuteOfDay, endMinute: minuteOfDay }).nullable(),
  /** A full-screen picture without input, such as a film or a long text. */
  passiveScreen: z.enum(['work', 'rest']),
  /** Local minutes of the day at which a check-in is offered. */
  checkinTimes: z.array(minuteOfDay).max(6),
  /** Whether a raised strain signal offers a check-in. */
  checkinWhenRaised: z.boolean(),
  breaks: breakSettingsSchema,
  /** A soft tone at the beginning and end of a break; 1 is as loud as Lull ever is. */
  breakSound: z.object({ on: z.boolean(), volume: z.number().min(0).max(1) }),
  breakCommands: z.object({ start: ownCommand, end: ownCommand, skip: ownCommand }),
  homeAssistant: homeAssistantSettings,
  /** Electron accelerator that opens the help for a hard moment; null = none. */
  panicShortcut: z.string().max(60).nullable(),
  /** Epoch ms at which the tour of the first days was seen or put away; null = not yet. */
  tourSeenAt: z.number().int().nullable(),
  lights: lightChoicesSchema,
  /** Electron accelerator that softens the light, or gives it back; held only while lamps may be touched. */
  lightsShortcut: z.string().max(60).nullable(),
  sound: soundSettings,
  /** Which ways of listening for danger are on; people are warned before one goes off. */
  listening: z.object(
    Object.fromEntries(layers.map((layer) => [layer, z.boolean()])) as Record<Layer, z.ZodBoolean>,
  ),
  /** Hours of use after which Lull says again what it is; three at most. */
  noticeHours: z.number().int().min(1).max(3),
  /** Minutes of talk a day after which Lull offers something else; null = no limit. */
  talkLimitMinutes: z.number().int().min(10).max(480).nullable(),
} as const

export const settingsDocument = z.object({
  theme: fields.theme.default('system'),
  country: fields.country.default(null),
  shortcut: fields.shortcut.default('CommandOrControl+Shift+Space'),
  openAtLogin: fields.openAtLogin.default(false),
  noticeAcceptedAt: fields.noticeAcceptedAt.default(null),
  sensing: fields.sensing.default({
    presence: true,
    calls: true,
    screen: true,
    apps: false,
    input: false,
    machine: false,
  }),
  sensingPaused: fields.sensingPaused.default(null),
  strainOn: fields.strainOn.default(true),
  weights: fields.weights.default(defaultWeights),
  breakTargetMinutes: fields.breakTargetMinutes.default(50),
  longDayHours: fields.longDayHours.default(10),
  quietHours: fields.quietHours.default(null),
  passiveScreen: fields.passiveScreen.default('work'),
  checkinTimes: fields.checkinTimes.default([]),
  checkinWhenRaised: fields.checkinWhenRaised.default(true),
  breaks: fields.breaks.default(
    () => structuredClone(defaultBreakSettings) as z.infer<typeof breakSettingsSchema>,
  ),
  breakSound: fields.breakSound.default({ on: false, volume: 0.5 }),
  breakCommands: fields.breakCommands.default({ start: null, end: null, skip: null }),
  homeAssistant: fields.homeAssistant.default({
    on: false,
    deviceId: null,
    form: 'device',
    strain: true,
    commands: false,
  }),
  panicShortcut: fields.panicShortcut.default('CommandOrControl+Alt+Space'),
  tourSeenAt: fields.tourSeenAt.default(null),
  lights: fields.lights.default(
    () => structuredClone(defaultLightChoices) as z.infer<typeof lightChoicesSchema>,
  ),
  lightsShortcut: fields.lightsShortcut.default('CommandOrControl+Alt+Shift+L'),
  sound: fields.sound.default({ kind: 'rain', volume: 0.4, spoken: false }),
  listening: fields.listening.default({ rules: true, ngrams: true, encoder: true, model: true }),
  noticeHours: fields.noticeHours.default(3),
  talkLimitMinutes: fields.talkLimitMinutes.default(null),
})
export type Settings = z.infer<typeof settingsDocument>

/** A change of some settings; absent keys stay as they are, a key that is there is replaced whole. */
export const settingsPatch = z.object(fields).partial().strict()

export const settings = {
  current: sharedProcedure.output(settingsDocument),
  watch: sharedProcedure.output(eventIterator(settingsDocument)),
  change: sharedProcedure.input(settingsPatch).output(settingsDocument),
}
