/** Which program is in front, and when that is a switch: seen twice, so that a window flashing by is none. */
import type { AppSample } from './sensor.ts'

export interface AppInFront {
  /** Null: nobody can tell. */
  app: string | null
  /** Seen once after another one; the next equal sample makes it the one in front. */
  candidate: { app: string | null } | null
  /** Epoch ms of the last sample; null before the first. */
  atMs: number | null
}

export const noAppYet: AppInFront = { app: null, candidate: null, atMs: null }

/** Programs are asked for each 1–2 s; after this nobody knows what is in front. */
export const APP_VALID_FOR_MS = 10_000

/** The program in force at a time. */
export function appAt(front: AppInFront, nowMs: number): string | null {
  const isFresh = front.atMs !== null && nowMs - front.atMs <= APP_VALID_FOR_MS
  return isFresh ? front.app : null
}

/** Takes in a sample; one older than the last is left out. A switch is from one known program to another. */
export function withAppSample(front: AppInFront, sample: AppSample): [AppInFront, 'same' | 'switched'] {
  const { app, atMs } = sample
  if (front.atMs !== null && atMs < front.atMs) return [front, 'same']
  const { app: inFront, candidate } = appAt(front, atMs) === null ? noAppYet : front
  if (app === inFront) return [{ app, candidate: null, atMs }, 'same']
  // The first of all is what is in front, for there was nothing to switch from.
  if (inFront === null) return [{ app, candidate: null, atMs }, 'same']
  if (candidate?.app !== app || candidate === null)
    return [{ app: inFront, candidate: { app }, atMs }, 'same']
  return [{ app, candidate: null, atMs }, app === null ? 'same' : 'switched']
}
