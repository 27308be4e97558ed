/** Lights on the wire. */
import type { LightsView } from '../../../contract/lights.ts'
import type { EventBus } from '../../events.ts'
import { os } from '../../wire/procedures.ts'
import { watchStream } from '../../wire/watchStream.ts'
import type { LightsService } from './lightsService.ts'
import { pairStream } from './pairStream.ts'

export function lightsRouter(service: LightsService, bus: EventBus) {
  return { ...looks(service, bus), ...whatWas(service), ...whatHasLamps(service) }
}

function looks(service: LightsService, bus: EventBus) {
  const { lights } = os
  return {
    watch: lights.watch.handler(({ signal }) =>
      watchStream<LightsView>({
        signal,
        listen: (push) => bus.on('lightsChanged', push),
        snapshot: () => service.view(),
      }),
    ),
    apply: lights.apply.handler(async ({ input }) => done(await service.apply(input.look, input.because))),
    preview: lights.preview.handler(async ({ input }) => done(await service.apply(input.look, 'preview'))),
    undo: lights.undo.handler(({ input }) => done(service.undo(input.claimId))),
    release: lights.release.handler(() => done(service.release())),
    followExercise: lights.followExercise.handler(async ({ input }) => ({
      follows: await service.following.begin(input.exerciseId, input.lengthSeconds, input.startedAtMs),
    })),
    exerciseEnded: lights.exerciseEnded.handler(() => done(service.following.end())),
    writing: lights.writing.handler(() => done(service.writing())),
    touchLamp: lights.touchLamp.handler(({ input: { lampId, ...hand } }) =>
      done(service.touch(lampId, hand)),
    ),
    saveScene: lights.saveScene.handler(({ input }) => ({ id: service.scenes.save(input.title) })),
    adoptScene: lights.adoptScene.handler(({ input }) => ({ id: service.scenes.adopt(input.sceneId) })),
  }
}

function whatWas(service: LightsService) {
  const { lights } = os
  return {
    log: lights.log.handler(({ input }) => service.log(input.fromDay, input.toDay)),
    trial: lights.trial.handler(() => service.trial.answer()),
    forgetTrial: lights.forgetTrial.handler(() => done(service.forgetTrial())),
  }
}

function whatHasLamps({ sources, pairings }: LightsService) {
  const { lights } = os
  return {
    discover: lights.discover.handler(() => pairings.discover()),
    lookUp: lights.lookUp.handler(() => pairings.lookUp()),
    lookAt: lights.lookAt.handler(({ input }) => pairings.lookAt(input.driver, input.address)),
    pair: lights.pair.handler(({ input, signal }) => pairStream(() => pairings.begin(input), signal)),
    addBroker: lights.addBroker.handler(({ input }) => ({ sourceId: pairings.addBroker(input) })),
    renameSource: lights.renameSource.handler(({ input }) => done(sources.rename(input.id, input.title))),
    removeSource: lights.removeSource.handler(({ input }) => ({ undoSeconds: sources.remove(input.id) })),
    restoreSource: lights.restoreSource.handler(({ input }) => ({ restored: sources.restore(input.id) })),
    retrySource: lights.retrySource.handler(({ input }) => done(sources.retry(input.id))),
  }
}

/** There is nothing to say but that it is done. */
function done(_nothing: unknown): Record<string, never> {
  return {}
}
