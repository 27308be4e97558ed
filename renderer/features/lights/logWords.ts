/** The lines of the log in words. */
import type { LightsEntryView } from '../../../electron/contract/lights.ts'
import type {
  EndedBecause,
  LeftBecause,
  WithheldBecause,
} from '../../../electron/core/lights/lightsEffects.ts'
import type { Fate, Story } from './lightStories.ts'
import { capitalised, type LightWords, lookName, whyWords } from './lightWords.ts'

const LEFT: readonly LeftBecause[] = ['hand', 'off', 'gone', 'no_answer', 'refused', 'too_long_ago', 'let_go']
const WITHHELD: readonly WithheldBecause[] = ['trial', 'daily_cap', 'hourly']
const ENDED: readonly EndedBecause[] = [
  ...(['over', 'undone', 'released', 'paused', 'quit', 'suspended', 'settings'] as const),
  ...(['replaced', 'quiet_times'] as const),
]

type Told = Pick<LightsEntryView, 'look' | 'because' | 'atMs'>

const why = ({ because, atMs }: Told, words: LightWords): string =>
  because === null ? words.t('lights.log.unknownWhy') : whyWords(because, atMs, words)

/** "Soften, because the morning was unlike your usual" */
export function storyWords(story: Story, words: LightWords): string {
  return words.t('lights.log.begun', { look: lookName(story.look, words), why: why(story, words) })
}

export function endedWords({ ended }: Story, { t, clock }: LightWords): string {
  if (ended === null) return t('lights.log.running')
  const known = ENDED.find((one) => one === ended.why) ?? 'over'
  return t(`lights.log.ended.${known}`, { clock: clock(ended.atMs) })
}

/** @param isOver its look has ended, so it is held no more. */
export function fateWords(fate: Fate | null, isOver: boolean, { t, clock }: LightWords): string {
  if (fate === null) return t(isOver ? 'lights.log.fate.unknown' : 'lights.log.fate.running')
  const at = { clock: clock(fate.atMs) }
  if (fate.kind === 'restored') return t('lights.log.fate.restored', at)
  const known = LEFT.find((one) => one === fate.why)
  return known ? t(`lights.log.fate.${known}`, at) : t('lights.log.fate.unknown')
}

/** Of what changed nothing, or belongs to a look of other days. */
export function entryWords(entry: LightsEntryView, words: LightWords): string {
  const { t, counted } = words
  const look = lookName(entry.look, words)
  const count = entry.lamps.length
  switch (entry.what) {
    case 'withheld': {
      const known = WITHHELD.find((one) => one === entry.why)
      return known ? t(`lights.log.withheld.${known}`, { look }) : t('lights.log.withheldOther', { look })
    }
    case 'allOff':
      return t('lights.log.allOff', { look })
    case 'restored':
      return capitalised(t('lights.log.restored', { count, n: counted(count) }))
    case 'left':
      return capitalised(t('lights.log.left', { count, n: counted(count) }))
    default:
      return t('lights.log.nothing', { look, why: why(entry, words) })
  }
}
