/** Calls on a Mac: the sound server names what it records for while it keeps the machine awake. */
import { powerAssertions } from '../../../../core/presence/powerAssertions.ts'
import { Question } from '../question.ts'
import { type SensorContext, sourceState } from './sensorContext.ts'
import { tellUse } from './tellUse.ts'

export const PMSET = '/usr/bin/pmset'

/** @returns one look at everything. No documented command tells of the camera, so there is a "yes" and never a "no". */
export function macCalls(context: SensorContext): () => Promise<void> {
  const { clock, run, report } = context
  const microphone = new Question(clock, async () => {
    const assertions = powerAssertions(await run(PMSET, ['-g', 'assertions']))
    if (!assertions) throw new Error('The system gave another list than asked for.')
    return assertions.isMicrophoneUsed ? true : null
  })
  return async () => {
    const heard = await microphone.answer()
    tellUse(context, 'inCall', 'microphone', heard)
    report('microphone', sourceState(heard))
  }
}
