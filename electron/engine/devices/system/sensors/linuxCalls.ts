/** Calls on Linux: who holds a camera, who records sound, whether a screen is shown to somebody. */
import { displaySystem } from '../../../../core/presence/displaySystem.ts'
import type { PipewireUse } from '../../../../core/presence/pipewireUse.ts'
import { walkPauseMs } from '../../../../core/presence/sensorPace.ts'
import { cameraUse } from '../../../../core/presence/videoHolders.ts'
import { type Answer, Question } from '../question.ts'
import { pipewireQuestion, pulseQuestion } from './linuxSound.ts'
import { type SensorContext, sourceState } from './sensorContext.ts'
import { tellUse } from './tellUse.ts'
import { videoWalk } from './videoWalk.ts'

/** A sandbox shows only its own processes, and of those nobody holds a camera. */
const isSandboxed = (env: SensorContext['env']) => Boolean(env.FLATPAK_ID ?? env.SNAP)

/** @returns one look at everything. */
export function linuxCalls(context: SensorContext): () => Promise<void> {
  const { clock, env, report } = context
  const seesScreens = displaySystem('linux', env) === 'wayland'
  const pulse = new Question(clock, pulseQuestion(context))
  const pipewire = new Question(clock, pipewireQuestion(context))
  const lookForCamera = cameraLook(context)

  return async () => {
    const [, recorded] = await Promise.all([lookForCamera(), pulse.answer()])
    const needsGraph = seesScreens || recorded.kind !== 'told'
    const graph: Answer<PipewireUse> = needsGraph ? await pipewire.answer() : { kind: 'absent' }
    const heard =
      graph.kind === 'told' && recorded.kind !== 'told'
        ? mapped(graph, (use) => use.isMicrophoneUsed)
        : recorded
    // Under X11 a screen is read without PipeWire, so its silence says nothing there.
    const shown = mapped(graph, (use) => (use.isScreenShared ? true : seesScreens ? false : null))
    tellUse(context, 'inCall', 'microphone', heard)
    tellUse(context, 'sharing', 'pipewire', shown)
    report('microphone', sourceState(heard))
    report('pipewire', sourceState(graph))
  }
}

/** A look at who holds a camera, left out while the last one was too dear to be repeated so soon. */
function cameraLook(context: SensorContext): () => Promise<void> {
  const { clock, env, folders, report } = context
  let again = { afterMs: 0, walkedAtMs: 0 }
  const camera = new Question(clock, async () => {
    if (isSandboxed(env)) throw new Error('Other processes cannot be seen from here.')
    const walk = await videoWalk(folders)
    again = { afterMs: walkPauseMs(walk.spentMs), walkedAtMs: clock.now() }
    return cameraUse(walk)
  })
  return async () => {
    // A clock that was set back says nothing about the time that went by.
    if (Math.abs(clock.now() - again.walkedAtMs) < again.afterMs) return
    const seen = await camera.answer()
    tellUse(context, 'inCall', 'camera', seen)
    report('camera', sourceState(seen))
  }
}

function mapped<From, To>(answer: Answer<From>, to: (value: From) => To): Answer<To> {
  return answer.kind === 'told' ? { kind: 'told', value: to(answer.value) } : answer
}
