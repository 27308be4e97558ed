/** The voice that may speak: one that lives on this computer, for words must not go anywhere to be spoken. */

export type KnownVoice = Pick<SpeechSynthesisVoice, 'localService' | 'lang' | 'default' | 'name'>

/** Some systems write `en_GB`. */
const tagOf = ({ lang }: KnownVoice) => lang.replaceAll('_', '-').toLowerCase()

/** @param language of the words, such as `en` or `en-GB`. Null: there is none. */
export function localVoice<Voice extends KnownVoice>(
  voices: readonly Voice[],
  language: string,
): Voice | null {
  const wanted = language.toLowerCase()
  const [base = ''] = wanted.split('-')
  const able = voices.filter(
    (voice) => voice.localService === true && (tagOf(voice) === base || tagOf(voice).startsWith(`${base}-`)),
  )
  const rank = (voice: Voice) => (tagOf(voice) === wanted ? 2 : 0) + (voice.default ? 1 : 0)
  return able.reduce<Voice | null>(
    (best, voice) => (best === null || rank(voice) > rank(best) ? voice : best),
    null,
  )
}
