/** Only a voice that lives on this computer, in the language of the words. */
import { expect, it } from 'vitest'
import { type KnownVoice, localVoice } from '../../../../renderer/features/sound/localVoice.ts'

const voice = (name: string, lang: string, rest: Partial<KnownVoice> = {}): KnownVoice => ({
  ...{ name, lang, localService: true, default: false },
  ...rest,
})

it('takes none that sends words away', () => {
  expect(localVoice([], 'en')).toBeNull()
  expect(localVoice([voice('far', 'en-GB', { localService: false, default: true })], 'en-GB')).toBeNull()
})

it('takes none of another language', () => {
  expect(localVoice([voice('Anna', 'de-DE', { default: true }), voice('x', 'enm')], 'en')).toBeNull()
})

it('prefers the own kind of the language, then the usual voice', () => {
  const voices = [voice('a', 'en_US', { default: true }), voice('b', 'en-GB'), voice('c', 'en')]
  expect(localVoice(voices, 'en-GB')?.name).toBe('b')
  expect(localVoice(voices, 'en-AU')?.name).toBe('a')
  expect(localVoice(voices.slice(1), 'en')?.name).toBe('c')
})
