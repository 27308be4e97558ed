/** Asks the sound servers of Linux who listens, with the commands they come with. */
import { existsSync } from 'node:fs'
import { type PipewireUse, pipewireUse } from '../../../../core/presence/pipewireUse.ts'
import {
  isMicrophoneUsed,
  monitorSourcesFrom,
  sourceOutputsFrom,
} from '../../../../core/presence/sourceOutputs.ts'
import type { Environment } from '../commands/runCommand.ts'
import { NoAnswerError } from '../question.ts'
import type { SensorContext } from './sensorContext.ts'

const PACTL = '/usr/bin/pactl'
const PW_DUMP = '/usr/bin/pw-dump'

/** Asking would start a sound server where none runs; its socket shows whether one does. */
function runs(env: Environment, address: 'PULSE_SERVER' | 'PIPEWIRE_REMOTE', socket: string): boolean {
  if (env[address]) return true
  return env.XDG_RUNTIME_DIR !== undefined && existsSync(`${env.XDG_RUNTIME_DIR}/${socket}`)
}

type SoundContext = Pick<SensorContext, 'run' | 'env'>

/** @returns whether a microphone is recorded; rejects where nobody can tell. */
export function pulseQuestion({ run, env }: SoundContext): () => Promise<boolean> {
  let knowsJson = true
  const list = async () => {
    if (!knowsJson) return run(PACTL, ['list', 'source-outputs'])
    return run(PACTL, ['--format=json', 'list', 'source-outputs']).catch((error) => {
      if (error instanceof NoAnswerError) throw error
      // Versions before 16 know plain text only.
      knowsJson = false
      return run(PACTL, ['list', 'source-outputs'])
    })
  }
  return async () => {
    if (!runs(env, 'PULSE_SERVER', 'pulse/native')) throw new Error('No sound server runs.')
    const outputs = sourceOutputsFrom(await list())
    if (!outputs) throw new Error('The sound server gave another list than asked for.')
    if (!isMicrophoneUsed(outputs, new Set())) return false
    // Which of them are speakers only matters when somebody records.
    return isMicrophoneUsed(outputs, monitorSourcesFrom(await run(PACTL, ['list', 'short', 'sources'])))
  }
}

/** @returns what runs through PipeWire; rejects where it does not run. */
export function pipewireQuestion({ run, env }: SoundContext): () => Promise<PipewireUse> {
  return async () => {
    if (!runs(env, 'PIPEWIRE_REMOTE', 'pipewire-0')) throw new Error('PipeWire does not run.')
    const use = pipewireUse(await run(PW_DUMP, []))
    if (!use) throw new Error('PipeWire gave another list than asked for.')
    return use
  }
}
