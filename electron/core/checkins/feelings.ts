/** The feeling words of a check-in: a wheel of six families with six words each, as codes. The page has the words. */

export const FEELINGS = {
  calm: ['calm', 'content', 'rested', 'safe', 'grateful', 'relieved'],
  glad: ['glad', 'hopeful', 'proud', 'playful', 'curious', 'moved'],
  sad: ['sad', 'lonely', 'hurt', 'disappointed', 'homesick', 'tearful'],
  uneasy: ['uneasy', 'worried', 'tense', 'overwhelmed', 'unsure', 'scared'],
  angry: ['angry', 'annoyed', 'frustrated', 'impatient', 'resentful', 'envious'],
  worn: ['worn', 'drained', 'foggy', 'numb', 'bored', 'empty'],
} as const satisfies Record<string, readonly string[]>

export type FeelingFamily = keyof typeof FEELINGS
export type FeelingWord = (typeof FEELINGS)[FeelingFamily][number]

/** Round the wheel: from pleasant and still over unpleasant and loud to spent. */
export const FEELING_FAMILIES = Object.keys(FEELINGS) as FeelingFamily[]

/** In the order of the wheel. */
export const FEELING_WORDS: readonly FeelingWord[] = FEELING_FAMILIES.flatMap((family) => [
  ...FEELINGS[family],
])

/** As many as one answer may hold; more would be a list and no longer a feeling. */
export const MOST_WORDS = 5

const known: ReadonlySet<string> = new Set(FEELING_WORDS)

export function isFeelingWord(code: string): code is FeelingWord {
  return known.has(code)
}
