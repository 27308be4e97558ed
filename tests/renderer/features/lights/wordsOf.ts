/** The words of lights as tests read them: English, by the clock of UTC. */

import { minuteWords } from '../../../../renderer/design/clock.ts'
import type { LightWords } from '../../../../renderer/features/lights/lightWords.ts'
import { dayWords } from '../../../../renderer/features/stress/dayWords.ts'
import lights from '../../../../renderer/text/en.lights.json'
import today from '../../../../renderer/text/en.today.json'
import { addText, text } from '../../../../renderer/text/i18n.ts'

addText(lights)
addText(today)

export function wordsOf(scenes: LightWords['scenes'] = []): LightWords {
  const words = dayWords(text.t, 'en-GB', 'UTC')
  return {
    ...words,
    scenes,
    moment: words.clock,
    clockMinute: (minute) => minuteWords(minute, 'en-GB'),
  }
}

export const plain = (sentence: string): string => sentence.replace(/<\/?b>/g, '')
