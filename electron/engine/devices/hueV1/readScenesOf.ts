/** Asks scenes what they want of their lamps, one at a time and not too many, for each takes a request of its own. */
import type { Clock } from '../../ports/clock.ts'
import type { OldHouse } from './oldHouse.ts'
import type { V1Client } from './v1Client.ts'
import { readScene } from './v1Resources.ts'

/** The rest stays silent: a name, and nothing to take over. */
export const MOST_SCENES = 24
export const SCENE_EVERY_MS = 500

export interface SceneReading {
  clock: Clock
  client: V1Client
  /** All were asked, and some have spoken. */
  told(): void
}

/** Gives back the way to stop it. */
export function readScenesOf(house: OldHouse, { clock, client, told }: SceneReading): () => void {
  const silent = house.silentScenes().slice(0, MOST_SCENES)
  let count = 0
  let isOver = false
  let cancel = () => {}
  const end = (): void => {
    if (count > 0) told()
  }
  const ask = async (id: string): Promise<void> => {
    const answer = await client.scene(id)
    if (isOver) return
    const scene = answer.ok ? readScene(answer.data) : null
    if (scene?.lightstates) {
      house.readScene(id, scene)
      count++
    }
    if (answer.ok || answer.failure === 'not_found') next()
    else end()
  }
  const next = (): void => {
    const id = silent.shift()
    if (id === undefined) end()
    else cancel = clock.after(SCENE_EVERY_MS, () => void ask(id))
  }
  next()
  return () => {
    isOver = true
    cancel()
  }
}
