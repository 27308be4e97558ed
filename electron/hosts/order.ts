/** What a person can tell a running Lull from the command line, read the same way by everyone it passes. */

export type Order =
  | { do: 'breakNow' }
  | { do: 'breakSkip' }
  /** Null: until tomorrow. */
  | { do: 'pause'; minutes: number | null; isCapped: boolean }
  | { do: 'resume' }
  | { do: 'lightsSoften' }
  | { do: 'lightsBack' }

export type Asked = { order: Order } | { problem: string }

/** Lull stays quiet for a week at a time at most. */
export const LONGEST_PAUSE_MINUTES = 10_080
const FIRST_WORDS = ['break', 'pause', 'resume', 'lights']
const WORDS_MAX = 4
const WORD_LENGTH_MAX = 24

export const orderUsage = `  npm start -- break now           take a pause now
  npm start -- break skip          skip the pause that is offered, or leave the one that is on
  npm start -- pause 45m           no pauses for 45 minutes (also: 2h, 1h30m, until-tomorrow)
  npm start -- resume              offer pauses again
  npm start -- lights soften       soften the lights for twenty minutes
  npm start -- lights back         give the lights back as they were
`

const notUnderstood = { problem: `This is not understood. What can be said:\n${orderUsage}` }
const needsTime = {
  problem: 'For how long? Say minutes or hours, such as "pause 45m", "pause 2h" or "pause until-tomorrow".',
}

/** The words of an order among arguments, and the arguments that are not part of it. */
export function splitOrder(args: readonly string[]): { words: string[] | null; others: string[] } {
  const start = args.findIndex((arg, at) => FIRST_WORDS.includes(arg) && !takesValue(args[at - 1]))
  if (start < 0) return { words: null, others: [...args] }
  const words: string[] = []
  const others = args.slice(0, start)
  for (let at = start; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (!takesValue(arg)) words.push(arg)
    else others.push(...args.slice(at, ++at + 1))
  }
  return { words, others }
}

/** Options of `npm start` whose value is the next argument. */
function takesValue(arg: string | undefined): boolean {
  return arg === '--data' || arg === '--model'
}

/** Nothing that was given is ever repeated: it may be anything. */
export function orderOf(words: readonly unknown[]): Asked {
  if (words.length > WORDS_MAX) return notUnderstood
  const isPlain = words.every((word) => typeof word === 'string' && word.length <= WORD_LENGTH_MAX)
  if (!isPlain) return notUnderstood
  const [first, second, ...more] = words as string[]
  if (more.length > 0) return notUnderstood
  if (first === 'resume' && second === undefined) return { order: { do: 'resume' } }
  if (first === 'break' && second === 'now') return { order: { do: 'breakNow' } }
  if (first === 'break' && second === 'skip') return { order: { do: 'breakSkip' } }
  if (first === 'lights' && second === 'soften') return { order: { do: 'lightsSoften' } }
  if (first === 'lights' && second === 'back') return { order: { do: 'lightsBack' } }
  return first === 'pause' ? pauseOf(second) : notUnderstood
}

function pauseOf(span: string | undefined): Asked {
  if (span === 'until-tomorrow') return { order: { do: 'pause', minutes: null, isCapped: false } }
  const [, hours, minutes] = /^(?=\d)(?:(\d+)h)?(?:(\d+)m)?$/.exec(span ?? '') ?? []
  const asked = Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  if (!(asked >= 1)) return needsTime
  const isCapped = asked > LONGEST_PAUSE_MINUTES
  return { order: { do: 'pause', minutes: isCapped ? LONGEST_PAUSE_MINUTES : asked, isCapped } }
}
