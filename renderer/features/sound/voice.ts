/** One sound on its way to the loudspeaker: it comes in three seconds and goes in two, whatever happens in between. */
import { FADE_IN_SECONDS, FADE_OUT_SECONDS, fadeCurve } from '../../../electron/core/sound/envelope.ts'
import { capCurve } from '../../../electron/core/sound/loudness.ts'
import { type Ears, LOOP_RATE_HZ } from '../../../electron/core/sound/soundLoop.ts'

/** What is asked for now may come too late for this very moment. */
const SOON_SECONDS = 0.05

export interface Voice {
  /** Only the first time counts. @param atSeconds on the clock of its context */
  stop(atSeconds: number): void
}

export function loopBuffer(context: BaseAudioContext, [left, right]: Ears): AudioBuffer {
  const buffer = context.createBuffer(2, left.length, LOOP_RATE_HZ)
  buffer.getChannelData(0).set(left)
  buffer.getChannelData(1).set(right)
  return buffer
}

/**
 * Coming and going are two gains one after the other, so that a sound stopped while it comes goes from where it is:
 * neither ever has to be taken back.
 */
export function startVoice(
  context: BaseAudioContext,
  buffer: AudioBuffer,
  into: AudioNode,
  atSeconds: number,
  onGone: () => void = () => {},
): Voice {
  const source = context.createBufferSource()
  const coming = context.createGain()
  const going = context.createGain()
  source.buffer = buffer
  source.loop = true
  source.connect(coming).connect(going).connect(into)
  coming.gain.value = 0
  coming.gain.setValueCurveAtTime(fadeCurve('in'), atSeconds, FADE_IN_SECONDS)
  source.start(atSeconds)
  source.onended = () => {
    going.disconnect()
    onGone()
  }
  let isGoing = false
  return {
    stop(fromSeconds) {
      if (isGoing) return
      isGoing = true
      going.gain.setValueCurveAtTime(fadeCurve('out'), fromSeconds, FADE_OUT_SECONDS)
      source.stop(fromSeconds + FADE_OUT_SECONDS)
    },
  }
}

/** What stands between every sound and the loudspeaker: a volume, and a gate nothing loud gets through. */
export function outlet(context: BaseAudioContext, gain: number): GainNode {
  const volume = context.createGain()
  const gate = context.createWaveShaper()
  gate.curve = capCurve()
  volume.gain.value = gain
  volume.connect(gate).connect(context.destination)
  return volume
}

export const soon = (context: BaseAudioContext): number => context.currentTime + SOON_SECONDS
