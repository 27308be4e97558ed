/** Own looks taken away, brought back and renamed, with what they answered. */
import type { OwnSceneView } from '../../../electron/contract/lights.ts'
import type { LightChoices } from './ticks.ts'

/** What a scene answered before it was removed. */
export type Answered = Partial<Pick<LightChoices, 'atStrain' | 'atPause'>>

export interface RemovedScene {
  change: Partial<LightChoices>
  answered: Answered
  /** Its place in the list. */
  at: number
}

export function removedScene(now: LightChoices, id: string): RemovedScene {
  const answered: Answered = {
    ...(now.atStrain === id ? { atStrain: id } : {}),
    ...(now.atPause === id ? { atPause: id } : {}),
  }
  const gone = Object.fromEntries(Object.keys(answered).map((key) => [key, null]))
  const at = now.scenes.findIndex((scene) => scene.id === id)
  return { change: { scenes: now.scenes.filter((scene) => scene.id !== id), ...gone }, answered, at }
}

/** Answers that were given to another look meanwhile stay there. */
export function restoredScene(
  now: LightChoices,
  scene: OwnSceneView,
  at: number,
  answered: Answered,
): Partial<LightChoices> {
  if (now.scenes.some(({ id }) => id === scene.id)) return {}
  const place = at < 0 ? now.scenes.length : at
  const free = Object.entries(answered).filter(([key]) => now[key as keyof Answered] === null)
  return {
    scenes: [...now.scenes.slice(0, place), scene, ...now.scenes.slice(place)],
    ...Object.fromEntries(free),
  }
}

export function renamedScene(now: LightChoices, id: string, title: string): Partial<LightChoices> {
  return { scenes: now.scenes.map((scene) => (scene.id === id ? { ...scene, title } : scene)) }
}
