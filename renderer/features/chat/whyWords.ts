/** What led to a reply, from codes to words; a code this version does not know stays as it is. */
import type { TFunction } from 'i18next'
import { type Layer, layers, type Opinion } from '../../../electron/core/safety/tier.ts'
import people from '../../text/en.people.json'
import en from '../../text/en.why.json'

export interface WhyWords {
  t: TFunction
  /** A share of 0–1 as "41 %". */
  percent: (share: number) => string
  /** A BCP 47 tag as "German". */
  language: (tag: string) => string
  list: (items: string[]) => string
}

const { family, answer, rule: guardRules, steps, candidates, prompt } = en.why
const { kind: kindsInWords } = people.referrals
type Other = Exclude<Layer, 'rules'>
const others = layers.filter((layer): layer is Other => layer !== 'rules')

const isIn = <Key extends string>(words: Record<Key, string>, code: string): code is Key =>
  Object.hasOwn(words, code)
/** "care.step.ask.now" → ["care", "step.ask.now"]. */
function split(code: string): [string, string] {
  const dot = code.indexOf('.')
  return dot < 0 ? [code, ''] : [code.slice(0, dot), code.slice(dot + 1)]
}
const unique = (lines: string[]) => [...new Set(lines)]
const ways = ['care', 'identity', 'triage', 'prompt', 'candidates']
const isAboutListening = (reason: string) => !ways.includes(split(reason)[0])

/** Which way of listening heard what; rules first, each thing once. */
export function heardLines(
  reasons: readonly string[],
  opinions: readonly Opinion[],
  words: WhyWords,
): string[] {
  const heard = reasons.filter(isAboutListening)
  const byRules = heard.filter((reason) => !others.some((layer) => reason.startsWith(`${layer}.`)))
  return unique([
    ...byRules.map((reason) => ruleLine(reason, words)),
    ...opinions.map((opinion) => opinionLine(opinion, words)),
    ...others.flatMap((layer) => earlierLines(layer, heard, opinions, words)),
  ])
}

function ruleLine(reason: string, { t }: WhyWords): string {
  const [code = '', whom] = reason.split('/')
  const [name, rest] = split(code)
  if (code === 'other.quoted') return t('why.quoted')
  if (name === 'answer' && isIn(answer, rest)) return t(`why.answer.${rest}`)
  if (!isIn(family, name)) return reason
  const what = t(`why.family.${name}`)
  const isOfOther = whom === 'other' && name !== 'other'
  return t('why.rules', { what: isOfOther ? t('why.someone', { what }) : what })
}

function opinionLine({ layer, kinds, probability }: Opinion, words: WhyWords): string {
  const { t, percent } = words
  return t('why.byLayer', {
    layer: t(`listening.${layer}`),
    sure: t(`why.sure.${sureness(probability)}`),
    kinds: kindWords(kinds, words),
    share: percent(probability),
  })
}

/** How a probability is said; the figure stands beside it. */
export function sureness(probability: number): keyof typeof en.why.sure {
  if (probability >= 0.9) return 'almost'
  if (probability >= 0.7) return 'likely'
  return probability >= 0.4 ? 'maybe' : 'hardly'
}

/** What a layer heard in an earlier message and not in this one. */
function earlierLines(
  layer: Other,
  heard: readonly string[],
  opinions: readonly Opinion[],
  words: WhyWords,
): string[] {
  const now = opinions.filter((one) => one.layer === layer).flatMap(({ kinds }) => kinds as string[])
  const before = heard
    .filter((reason) => reason.startsWith(`${layer}.`))
    .map((reason) => split(reason)[1])
    .filter((kind) => !now.includes(kind))
  if (before.length === 0) return []
  const kinds = kindWords(before, words)
  return [words.t('why.byLayerBefore', { layer: words.t(`listening.${layer}`), kinds })]
}

const kindWords = (kinds: readonly string[], { t, list }: WhyWords) =>
  list(kinds.map((kind) => (isIn(kindsInWords, kind) ? t(`referrals.kind.${kind}`) : kind)))

export interface Cut {
  rule: string
  /** Place among the model's sentences, from 0. */
  sentence: number
}

/** What the guard did not let through. Replies kept by earlier versions know the rules without the places. */
export function guardLines(cuts: readonly Cut[], rules: readonly string[], { t }: WhyWords): string[] {
  const inWords = (rule: string) => (isIn(guardRules, rule) ? t(`why.rule.${rule}`) : rule)
  if (cuts.length === 0) return unique(rules.map(inWords))
  return cuts.map(({ rule, sentence }) => t('why.cut', { place: sentence + 1, rule: inWords(rule) }))
}

/** How the reply came about: what was scripted, what was left out, how many were written. */
export function howLines(reasons: readonly string[], words: WhyWords): string[] {
  const hasVersion = reasons.some((reason) => reason.startsWith('care.text.'))
  const shown = reasons.filter((reason) => !(hasVersion && reason === 'care.scripted'))
  const about = reasons.filter((reason) => reason.startsWith('care.step.'))
  const lines = shown.filter((reason) => !isAboutListening(reason) && !about.includes(reason))
  const step = unique(about.map((reason) => stepWords(reason, words)))
  return [
    ...lines.map((reason) => howLine(reason, words)),
    ...(step.length > 0 ? [words.t('why.step', { what: words.list(step) })] : []),
  ]
}

function stepWords(reason: string, { t }: WhyWords): string {
  const [step = ''] = reason.slice('care.step.'.length).split('.')
  return isIn(steps, step) ? t(`why.steps.${step}`) : step
}

function howLine(reason: string, { t, language }: WhyWords): string {
  const [name, rest] = split(reason)
  const [first, last] = split(rest)
  if (reason === 'care.scripted') return t('why.scripted')
  if (reason === 'identity.fixed') return t('why.identity.fixed')
  if (reason === 'triage.failed') return t('why.triage.failed')
  if (name === 'care' && first === 'text') {
    const [tag, version] = split(last)
    return t('why.textVersion', { language: language(tag), version })
  }
  if (name === 'prompt' && isIn(prompt, rest)) return t(`why.prompt.${rest}`)
  if (name !== 'candidates') return reason
  if (isIn(candidates, rest)) return t(`why.candidates.${rest}`)
  if (first === 'chosen') return t('why.chosen', { place: last })
  return t('why.written', { count: Number(rest) })
}
