/** What a Mac knows of the moment: whether some program keeps the display awake. Its Focus has no supported way to ask. */
import { powerAssertions } from '../../../../core/presence/powerAssertions.ts'
import { Question, toldOrNull } from '../question.ts'
import type { DesktopMood } from './linuxMood.ts'
import { PMSET } from './macCalls.ts'
import { type SensorContext, sourceState } from './sensorContext.ts'

export function macMood({ clock, run, report }: SensorContext): DesktopMood {
  const awake = new Question(clock, async () => {
    const assertions = powerAssertions(await run(PMSET, ['-g', 'assertions']))
    if (assertions?.keptAwake == null) throw new Error('The system gave another list than asked for.')
    return assertions.keptAwake
  })
  return {
    tellsDoNotDisturb: false,
    stop() {},
    async look() {
      const answer = await awake.answer()
      report('pmset', sourceState(answer))
      return { keptAwake: toldOrNull(answer), doNotDisturb: null }
    },
  }
}
