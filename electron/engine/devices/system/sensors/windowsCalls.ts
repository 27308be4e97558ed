/** Calls on Windows: the list of uses Windows keeps for its own privacy page, read with the `reg` command. */

import { consentStoreUse } from '../../../../core/presence/consentStore.ts'
import { consoleFolder } from '../commands/windowsFolder.ts'
import { Question } from '../question.ts'
import { type SensorContext, sourceState } from './sensorContext.ts'
import { tellUse } from './tellUse.ts'

const STORE = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore'

/** @returns one look at everything. Nothing documented tells of a shared screen. */
export function windowsCalls(context: SensorContext): () => Promise<void> {
  const { clock, env, run, report } = context
  const reg = `${consoleFolder(env)}\\reg.exe`
  const questionOf = (device: 'webcam' | 'microphone') =>
    new Question(clock, async () => {
      const use = consentStoreUse(await run(reg, ['query', `${STORE}\\${device}`, '/s']))
      if (use === null) throw new Error('Windows gave another list than asked for.')
      return use
    })
  const camera = questionOf('webcam')
  const microphone = questionOf('microphone')

  return async () => {
    const [seen, heard] = await Promise.all([camera.answer(), microphone.answer()])
    tellUse(context, 'inCall', 'camera', seen)
    tellUse(context, 'inCall', 'microphone', heard)
    report('camera', sourceState(seen))
    report('microphone', sourceState(heard))
  }
}
