/** Runs in Chromium: plays sounds faster than time into samples, and says in numbers what came out. */
import { gainOf } from '../../electron/core/sound/envelope.ts'
import type { SoundKind } from '../../electron/core/sound/soundKinds.ts'
import { LOOP_RATE_HZ, made, soundLoop } from '../../electron/core/sound/soundLoop.ts'
import { seededRandom } from '../../electron/core/stress/seededRandom.ts'
import { SoundOutput } from '../../renderer/features/sound/soundOutput.ts'
import { loopBuffer, outlet, startVoice } from '../../renderer/features/sound/voice.ts'

const RATE_HZ = 48_000
/** A tenth of a second. */
const PART = RATE_HZ / 10

interface Heard {
  left: Float32Array
  right: Float32Array
}

async function heard(seconds: number, play: (context: OfflineAudioContext) => void): Promise<Heard> {
  const context = new OfflineAudioContext(2, seconds * RATE_HZ, RATE_HZ)
  play(context)
  const buffer = await context.startRendering()
  return { left: buffer.getChannelData(0), right: buffer.getChannelData(1) }
}

const decibels = (value: number) => 20 * Math.log10(Math.max(value, 1e-9))
const sorted = (values: number[]) => values.sort((a, b) => a - b)

function peak(samples: Float32Array, from = 0, to = samples.length): number {
  let most = 0
  for (let at = from; at < to; at++) most = Math.max(most, Math.abs(samples[at] ?? 0))
  return most
}

function rms(samples: Float32Array, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += (samples[at] ?? 0) ** 2
  return Math.sqrt(sum / (to - from))
}

function mean(samples: Float32Array, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += samples[at] ?? 0
  return sum / (to - from)
}

/** The sharpest corner within some samples: a click is one that stands out. */
function corner(samples: Float32Array, from: number, to: number): number {
  let most = 0
  for (let at = from + 2; at < to; at++) {
    const bend = (samples[at] ?? 0) - 2 * (samples[at - 1] ?? 0) + (samples[at - 2] ?? 0)
    most = Math.max(most, Math.abs(bend))
  }
  return most
}

/** One of the sounds from its beginning over the place where it begins anew to its end, at full volume. */
async function measuredSound(kind: SoundKind) {
  const ears = made(soundLoop(kind, seededRandom(5)))
  const loopSeconds = ears[0].length / LOOP_RATE_HZ
  const stopSeconds = loopSeconds + 6
  const startSeconds = 0.1
  const { left, right } = await heard(Math.ceil(stopSeconds + 3), (context) => {
    const voice = startVoice(context, loopBuffer(context, ears), outlet(context, gainOf(1)), startSeconds)
    voice.stop(stopSeconds)
  })
  const there = [4 * RATE_HZ, Math.floor(stopSeconds * RATE_HZ)] as const
  const seam = Math.round((startSeconds + loopSeconds) * RATE_HZ)
  const near = (place: number) => corner(left, place - RATE_HZ / 50, place + RATE_HZ / 50)
  const corners = sorted(
    Array.from({ length: 400 }, (_, part) => near(5 * RATE_HZ + part * Math.floor(RATE_HZ / 20))),
  )
  const parts = sorted(
    Array.from({ length: Math.floor((there[1] - there[0]) / PART) }, (_, part) =>
      rms(left, there[0] + part * PART, there[0] + (part + 1) * PART),
    ),
  )
  return {
    loopSeconds,
    peakDb: decibels(Math.max(peak(left), peak(right))),
    rmsDb: decibels(rms(left, ...there)),
    mean: Math.max(Math.abs(mean(left, ...there)), Math.abs(mean(right, ...there))),
    seamCorner: near(seam),
    mostCorner: corners.at(-1) ?? 0,
    seamRms: rms(left, seam - PART / 2, seam + PART / 2),
    leastRms: parts[0] ?? 0,
    mostRms: parts.at(-1) ?? 0,
    /** The first tenth of a second, and the last, below the sound when it is there. */
    firstDb: decibels(rms(left, startSeconds * RATE_HZ, startSeconds * RATE_HZ + PART) / rms(left, ...there)),
    lastDb: decibels(
      rms(left, Math.floor((stopSeconds + 1.9) * RATE_HZ), Math.floor((stopSeconds + 2) * RATE_HZ)) /
        rms(left, ...there),
    ),
    before: peak(left, 0, Math.floor(startSeconds * RATE_HZ) - 1),
    after: peak(left, Math.ceil((stopSeconds + 2.01) * RATE_HZ)),
  }
}

/** Something that stands at one level, so that what comes out is the fades themselves. */
async function measuredFades(startSeconds: number, stopSeconds: number) {
  const still = new Float32Array(LOOP_RATE_HZ).fill(0.2)
  const { left } = await heard(10, (context) => {
    const buffer = loopBuffer(context, [still, still])
    startVoice(context, buffer, outlet(context, 1), startSeconds).stop(stopSeconds)
  })
  let step = 0
  for (let at = 1; at < left.length; at++)
    step = Math.max(step, Math.abs((left[at] ?? 0) - (left[at - 1] ?? 0)))
  return {
    step,
    /** Share of the whole at a moment. */
    levels: Array.from(
      { length: 40 },
      (_, quarter) => (left[Math.floor((quarter * RATE_HZ) / 4)] ?? 0) / 0.2,
    ),
  }
}

/** Twelve presses in a second, and twice as loud as the graph is ever told. */
async function measuredHammering() {
  const ears = made(soundLoop('brown', seededRandom(5)))
  const { left, right } = await heard(12, (context) => {
    const out = outlet(context, 2)
    const buffer = loopBuffer(context, ears)
    for (let press = 0; press < 12; press++) {
      const voice = startVoice(context, buffer, out, press / 12)
      if (press < 11) voice.stop((press + 1) / 12)
    }
  })
  return { peakDb: decibels(Math.max(peak(left), peak(right))) }
}

const output = new SoundOutput()
/** Through the loudspeaker, if there is one; an analyser listens. */
async function playedLive(kind: SoundKind) {
  const fromMs = performance.now()
  const started = await output.start(kind, 0.5)
  return { started, ms: performance.now() - fromMs }
}

/** The longest time the page did not answer while a sound was made. */
async function longestTurn(kind: SoundKind) {
  const other = new SoundOutput()
  let longest = 0
  let last = performance.now()
  let isOver = false
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) port2.postMessage(null)
  }
  port2.postMessage(null)
  await other.start(kind, 0.1)
  isOver = true
  other.cut()
  return longest
}

export const soundParts = {
  ...{ measuredSound, measuredFades, measuredHammering },
  ...{ playedLive, stopLive: () => output.stop(), longestTurn },
}
Object.assign(window, { soundParts })
