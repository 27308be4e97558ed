/** People as they might be: when they work, what interrupts them, and how likely each invitation is to work for them. */
import type { Arm } from '../../../electron/core/breaks/kinds.ts'

/** How likely each arm is to work, 0–1: taken up and kept, or, for `nothing`, rest by oneself within minutes. */
export type Likes = Readonly<Record<Arm, number>>

export interface Person {
  name: string
  /** Local minutes; over midnight for a night worker. */
  startMinute: number
  hours: number
  /** Hours in calls on a day, in how many of them. */
  callHours: number
  calls: number
  /** Of the calls, how many share a screen. */
  sharedCalls: number
  /** Hours of do not disturb on a day. */
  quietHours: number
  /** Interruptions an hour that take the person away for some minutes. */
  interruptionsPerHour: number
  /** Nobody can tell when keys were used last. */
  idleUnknown: boolean
  /** @param dose invitations of the last days, older ones faded. */
  likes(day: number, dose: number): Likes
  /** Of what is not taken: put off first, skipped, "not now"; the rest is ignored. */
  answers: { snooze: number; skip: number; notNow: number }
  /** "Did that help?" answered with no. */
  bad: number
}

const office = {
  startMinute: 9 * 60,
  hours: 8.5,
  callHours: 1,
  calls: 2,
  sharedCalls: 1,
  quietHours: 0.5,
  interruptionsPerHour: 0,
  idleUnknown: false,
  answers: { snooze: 0.15, skip: 0.3, notNow: 0.1 },
  bad: 0.1,
}

const usual: Likes = { nothing: 0.15, lookAway: 0.5, stretch: 0.55, breathe: 0.4, walk: 0.35, talk: 0.2 }
const scaled = (likes: Likes, by: number): Likes => ({
  nothing: likes.nothing,
  lookAway: likes.lookAway * by,
  stretch: likes.stretch * by,
  breathe: likes.breathe * by,
  walk: likes.walk * by,
  talk: likes.talk * by,
})
const alike = (value: number): Likes => ({
  ...scaled(usual, 0),
  nothing: value,
  lookAway: value,
  stretch: value,
  breathe: value,
  walk: value,
  talk: value,
})

/** The day on which one of them changes their mind. */
export const CHANGES_ON_DAY = 20

const breathes: Likes = { nothing: 0.1, lookAway: 0.2, stretch: 0.2, breathe: 0.75, walk: 0.15, talk: 0.1 }
const walks: Likes = { ...breathes, breathe: 0.1, walk: 0.75 }

export const people: readonly Person[] = [
  { ...office, name: 'steady', likes: () => usual },
  {
    ...office,
    name: 'habituating',
    // After some fifty invitations a third of the first interest is left, as in HeartSteps (notes §5.1).
    likes: (_day, dose) => scaled(usual, 0.3 + 0.9 * Math.exp(-dose / 20)),
  },
  {
    ...office,
    name: 'meeting-heavy',
    callHours: 5,
    calls: 7,
    sharedCalls: 4,
    likes: () => scaled(usual, 0.8),
  },
  { ...office, name: 'breathes, then walks', likes: (day) => (day < CHANGES_ON_DAY ? breathes : walks) },
  {
    ...office,
    name: 'ignores everything',
    answers: { snooze: 0, skip: 0, notNow: 0 },
    likes: () => alike(0.02),
  },
  { ...office, name: 'random', idleUnknown: true, likes: () => alike(0.3) },
  { ...office, name: 'night worker', startMinute: 22 * 60, hours: 8, callHours: 0.3, likes: () => usual },
  {
    ...office,
    name: 'carer, interrupted',
    hours: 7,
    interruptionsPerHour: 3,
    answers: { snooze: 0.3, skip: 0.2, notNow: 0.2 },
    likes: () => ({ ...scaled(usual, 0.7), lookAway: 0.6 }),
  },
]
