/** Made-up days by the hour, and a day of which nothing is known. */
import type { DaySpanOfPresence, DaySums } from '../../electron/contract/presence.ts'

export type Kind = DaySpanOfPresence['kind']
/** Kind, and hours of the day at which it begins and ends. */
export type Plan = [Kind, number, number][]

export const calmPlan: Plan = [
  ['work', 8.7, 9.6],
  ['rest', 9.6, 9.8],
  ['work', 9.8, 10.5],
  ['call', 10.5, 11],
  ['rest', 11, 11.15],
  ['work', 11.15, 11.9],
  ['rest', 11.9, 12.75],
  ['work', 12.75, 13.5],
  ['rest', 13.5, 13.65],
  ['call', 13.65, 14.1],
  ['work', 14.1, 14.75],
  ['rest', 14.75, 14.9],
  ['work', 14.9, 17.2],
  ['rest', 17.2, 19],
]
export const heavyPlan: Plan = [
  ['work', 8.65, 9.35],
  ['rest', 9.35, 9.42],
  ['work', 9.42, 10.1],
  ['call', 10.1, 10.75],
  ['rest', 10.75, 10.82],
  ['work', 10.82, 11.6],
  ['rest', 11.6, 12.05],
  ['unknown', 12.05, 12.6],
  ['work', 12.6, 13.1],
  ['call', 13.1, 13.6],
  ['rest', 13.6, 13.67],
  ['work', 13.67, 14.1],
  ['rest', 14.1, 14.17],
  ['work', 14.17, 18.4],
  ['rest', 18.4, 20],
]
export const lightPlan: Plan = [
  ['work', 9, 9.7],
  ['rest', 9.7, 10],
  ['work', 10, 10.6],
  ['rest', 10.6, 10.9],
  ['work', 10.9, 11.4],
  ['rest', 11.4, 13],
  ['work', 13, 13.6],
]
export const firstPlan: Plan = [['work', 15.23, 17]]

/** Sums of a day of which nothing is known. */
export const emptySums = (workDay: number): DaySums => ({
  workDay,
  activeMs: 0,
  restMs: 0,
  unknownMs: 0,
  realRests: 0,
  callMs: null,
  calls: null,
  sharingMs: null,
  lateMs: 0,
  firstWorkMs: null,
  lastWorkMs: null,
  longestStretchMs: 0,
  switches: null,
  categorySeconds: null,
  keys: null,
  clicks: null,
  cpuShare: null,
  temperatureC: null,
  minutes: 0,
})
