/** Looks of the person's own: lamps as they stand now, or as a scene made elsewhere asks them to. */
import { randomUUID } from 'node:crypto'
import type { Settings } from '../../../contract/settings.ts'
import { shownAfter, shownBy } from '../../../core/lights/lamp.ts'
import { MOST_OWN_SCENES } from '../../../core/lights/lightChoices.ts'
import type { LightsState } from '../../../core/lights/lightsState.ts'
import { choiceOf } from '../../../core/lights/limits.ts'
import { EngineError } from '../../errors.ts'
import type { LightSources } from './lightSources.ts'
import type { LightsParts } from './lightsParts.ts'

type Scene = Settings['lights']['scenes'][number]

const LONGEST_TITLE = 60
const nothing = { brightness: null, colour: null }

export interface OwnScenesParts extends Pick<LightsParts, 'settings' | 'changeLights'> {
  sources: LightSources
  state: () => LightsState
}

export class OwnScenes {
  readonly #parts: OwnScenesParts

  constructor(parts: OwnScenesParts) {
    this.#parts = parts
  }

  /** @throws EngineError NOT_FOUND when no ticked lamp is on, INVALID_INPUT for one too many */
  save(title: string): string {
    const { lamps, limits } = this.#parts.state()
    const own = lamps.filter((lamp) => lamp.isOn === true && choiceOf(lamp, limits) === 'chosen')
    if (own.length === 0) throw new EngineError('NOT_FOUND', 'No lamp that Lull may touch is on.')
    return this.#keep(
      title,
      own.map((lamp) => ({ lampId: lamp.id, ...shownBy(lamp) })),
    )
  }

  /** @throws EngineError NOT_FOUND when it is gone or does not say what it asks, INVALID_INPUT for one too many */
  adopt(sceneId: string): string {
    const scenes = this.#parts.sources
      .shown()
      .flatMap(({ id }) => this.#parts.sources.run(id)?.snapshot?.scenes ?? [])
    const scene = scenes.find(({ id }) => id === sceneId)
    if (scene === undefined || scene.lamps.length === 0) {
      throw new EngineError('NOT_FOUND', 'That scene is not there any more, or does not say what it asks.')
    }
    return this.#keep(
      scene.name.trim().slice(0, LONGEST_TITLE) || sceneId.slice(0, LONGEST_TITLE),
      scene.lamps.map(({ lampId, ...asked }) => ({
        lampId,
        ...shownAfter(nothing, { lampId, fadeMs: 0, ...asked }),
      })),
    )
  }

  #keep(title: string, lamps: Scene['lamps']): string {
    const { settings, changeLights } = this.#parts
    const { lights } = settings()
    if (lights.scenes.length >= MOST_OWN_SCENES) {
      throw new EngineError('INVALID_INPUT', 'There are as many looks of your own as there can be.')
    }
    const id = `own:${randomUUID()}`
    changeLights({ ...lights, scenes: [...lights.scenes, { id, title, lamps }] })
    return id
  }
}
