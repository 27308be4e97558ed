/** Phone numbers a model must not write: in figures of any kind, in words of eight languages, spaced, dotted or mixed. */
import type { GuardRule } from './rule.ts'

const wordValues: readonly [number, string][] = [
  [0, 'zero nought naught null cero nul nol kosong'],
  [1, 'one eins ein uno un um een satu'],
  [2, 'two zwei zwo dos deux dois duas twee due dua'],
  [3, 'three drei tres trois drie tre tiga'],
  [4, 'four vier cuatro quatre quatro quattro empat'],
  [5, 'five funf fuenf cinco cinq vijf cinque lima'],
  [6, 'six sechs seis zes sei meia enam'],
  [7, 'seven sieben siete sept sete zeven sette tujuh'],
  [8, 'eight acht ocho huit oito otto delapan'],
  [9, 'nine neun nueve neuf nove negen sembilan niner'],
  [10, 'ten zehn diez dix dez tien dieci'],
  [11, 'eleven elf once onze undici'],
  [12, 'twelve zwolf doce douze doze twaalf dodici'],
  [13, 'thirteen dreizehn trece treize treze dertien tredici'],
  [14, 'fourteen catorce quatorze quattordici'],
  [15, 'fifteen quince quinze quindici'],
  [16, 'sixteen seize'],
  [17, 'seventeen'],
  [18, 'eighteen'],
  [19, 'nineteen'],
  [20, 'twenty'],
  [30, 'thirty'],
  [40, 'forty'],
  [50, 'fifty'],
  [60, 'sixty'],
  [70, 'seventy'],
  [80, 'eighty'],
  [90, 'ninety'],
  [100, 'hundred'],
]
const valueOfWord = new Map(
  wordValues.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)),
)
const times = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
  ['quadruple', 4],
])
const fillers = new Set([
  'and',
  'number',
  'then',
  'dash',
  'hyphen',
  'space',
  'dot',
  'point',
  'comma',
  'plus',
  'slash',
  'followed',
  'again',
  'y',
  'et',
  'und',
  'e',
  'en',
  'dan',
])

/** Numbers that are dates, times, sums, shares, ordinals, years or versions. */
const otherNumbers =
  /\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b|\b(?:19|20)\d\d ?- ?(?:19|20)?\d\d\b|\b\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m)?\b|\b\d{1,3}(?:[,.]\d{3})+(?!\d)|\b\d+(?:\.\d+)?(?: ?(?:%|percent|€|\$|£|euros?|dollars?|pounds?|am\b|pm\b|km|kg|mg|st\b|nd\b|rd\b|th\b))|[€$£] ?\d+(?:[.,]\d+)?|\b(?:version|v|python|room|page|invoice|order|ticket|flight|bus|chapter|floor|gate|platform|apartment|number one|size|level|step|line) ?\d+(?:\.\d+)*\b|\b(?:24[ /]7|9[ -]to[ -]5)\b/g

const dialWord =
  /\b(?:call|calls|calling|dial|dials|dialling|dialing|ring|ringing|text|texting|sms|phone|phoning|number|hotline|helpline|lifeline|samaritans|line|emergency|reach (?:them|someone|out|help)|whatsapp|tel|telephone|contact|press|punch in|type in|message|ruf|rufe|rufen|wahle|wahlen|anrufen|nummer|llama|llame|llamar|marca|marque|numero|appelle|appelez|composez|ligue|ligar|disque|bel|bellen|chiama|chiamare|componi|hubungi|telepon)\b[^.!?]{0,40}$/
const strongDial =
  /\b(?:call|dial|ring|text|phone|rufe?|wahle|llama|llame|marca|appelle|appelez|composez|ligue|disque|bel|chiama|hubungi|telepon|press)(?: the| to| al| le| au| die| de| het| o| il| ke)?\s*[:"'(]*\s*$/
/** What may follow a number that is dialled; a noun makes it a count of something. */
const afterDialled =
  /^\s*(?:$|[.,;:!?)"'-]|(?:now|right|today|tonight|immediately|if|when|whenever|or|and|any|for|at|please|first|before|as|from|on|in|to|is|which|that|they|it|there|free|day|toll|straight|instead|because|so|but|anytime|line|an|um|jetzt|ahora|maintenant|agora|nu|ora|sekarang|gratis|y|et|und|e|en)\b)/
const unitNext =
  /^[\s-]*(?:people|persons|minutes?|mins?|hours?|days?|weeks?|months?|years?|seconds?|clients?|customers?|pages?|emails?|times|participants|colleagues|friends|things|tasks|deadlines|steps|words|breaths|beats|counts?|o'clock|metres|meters|miles|degrees|meetings|calls|messages|tabs|kids|children|out of|of (?:you|them|us|your|the|those|these))\b/
const breath =
  /\b(?:breath\w*|breathe|inhale|exhale|in for|out for|hold(?: it)? for|count(?:ing)?|grounding|seconds)\b/

const emergency =
  /(?<![\d.,:€$£#-])(?:911|988|116[ -]?(?:123|111|016|117)|13[ -]?11[ -]?14|741[ -]?741|85258|0800[ -]\d|1[ -]?800[ -]\w)(?![\d%:]|[.,]\d)/
const vanity =
  /\(8\d\d\) ?\d{3}[ -]?[a-z]{4}\b|\b(?:1[ -]?)?8(?:00|33|44|55|66|77|88)[ -]?[a-z]{4,}\b|\b1800[a-z]{4,}\b|\b0[3589]0\d[ -]?[a-z]{4,}\b/
const codeToShortNumber = /\btext(?:ing)? ["']?[a-z]{2,12}["']? to (?:the )?(?:number )?\d/
/** "O8OO", "l16 l23": letters that stand for figures. */
const lettersAsFigures = /(?<![a-z0-9])(?=[oil]*\d[oil\d]*\d)(?=\d*[oil])[oil\d]{3,}(?![a-z0-9])/g
const figureFor: Record<string, string> = { o: '0', i: '1', l: '1' }

interface Run {
  /** Each number of the run, in order. */
  values: number[]
  digits: string
  /** A number in words, or a word such as "triple", is in it. */
  hasWords: boolean
  hasMultiplier: boolean
  before: string
  after: string
}

const token = /[a-z]+|\d+|\s+|[^a-z\d\s]/g
const MAX_FILLERS = 5

/** Stretches of numbers with nothing but separators between them. One pass over the text. */
function runsIn(text: string): Run[] {
  const runs: Run[] = []
  let run: Run | null = null
  let fillersSince = 0
  let multiplier = 1
  const close = (end: number) => {
    if (run) runs.push({ ...run, after: text.slice(end, end + 24) })
    run = null
    multiplier = 1
  }
  let lastEnd = 0
  for (const { 0: piece, index } of text.matchAll(token)) {
    const isFigure = piece >= '0' && piece[0] !== undefined && /\d/.test(piece[0])
    const inRunZero = run !== null && (piece === 'oh' || piece === 'o') ? 0 : undefined
    const value = isFigure ? Number(piece.slice(0, 15)) : (valueOfWord.get(piece) ?? inRunZero)
    const factor = times.get(piece)
    if (value === undefined && factor === undefined) {
      if (run === null) continue
      const isFiller = fillers.has(piece) || !/[a-z]/.test(piece)
      // A stop between numbers is a separator too, some words and dashes in a row are not.
      if (!isFiller || ++fillersSince > MAX_FILLERS || /[\n%=<>?]/.test(piece)) close(lastEnd)
      continue
    }
    run ??= {
      values: [],
      digits: '',
      hasWords: false,
      hasMultiplier: false,
      before: text.slice(Math.max(0, index - 60), index),
      after: '',
    }
    fillersSince = 0
    if (factor !== undefined) {
      multiplier = factor
      run.hasMultiplier = true
      run.hasWords = true
      continue
    }
    run.values.push(value ?? 0)
    run.digits += (isFigure ? piece : String(value)).repeat(multiplier)
    run.hasWords ||= !isFigure
    multiplier = 1
    lastEnd = index + piece.length
  }
  close(lastEnd)
  return runs.filter((one) => one.values.length > 0)
}

function isCounting(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, at) => value - (values[at] ?? 0))
  const [first = 0] = steps
  const isStep = Math.abs(first) === 1 || (first !== 0 && first % 5 === 0)
  return isStep && steps.every((step) => step === first)
}
const isYear = (value: number) => value >= 1900 && value < 2100

function isPhoneNumber(run: Run, text: string): boolean {
  const { values, digits } = run
  if (unitNext.test(run.after) && digits.length < 7) return false
  if (values.length > 1 && values.every(isYear)) return false
  if (values.length > 1 && isCounting(values)) return false
  const dialled = dialWord.test(run.before)
  if (digits.length >= 7)
    return values.length === 1 || values.some((value) => value > 9 || run.digits.length > 4)
  if (values.length >= 3 && values.every((value) => value <= 9)) return !breath.test(text)
  if (values.length >= 4 && run.hasWords && values.some((value) => value > 99)) return true
  if (run.hasMultiplier && digits.length >= 3) return true
  if (run.hasWords && values.length >= 3 && dialled) return true
  const isNamed = afterDialled.test(run.after)
  if (values.length >= 2 && run.hasWords && strongDial.test(run.before)) return isNamed
  if (digits.length >= 3 && dialled && !run.hasWords) return isNamed || digits.length >= 5
  return digits.length === 2 && !run.hasWords && strongDial.test(run.before) && isNamed
}

function refuses(plain: string): boolean {
  if (!/\d|[a-z]/.test(plain)) return false
  if (vanity.test(plain) || codeToShortNumber.test(plain)) return true
  const figures = plain.replace(lettersAsFigures, (word) =>
    word.replace(/[oil]/g, (one) => figureFor[one] ?? one),
  )
  const left = figures.replace(otherNumbers, ' ; ')
  if (emergency.test(left) || /(?<!\d[-./]?)\b13[ -]11[ -]14\b(?![-./]?\d)/.test(figures)) return true
  return runsIn(left).some((run) => isPhoneNumber(run, plain)) || /\+ ?\d{1,3}[ (-]{0,2}\d{2,}/.test(left)
}

export const digits: GuardRule = { rule: 'digits', spans: true, refuses }
