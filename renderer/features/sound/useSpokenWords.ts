/** Says words softly with the computer's own voice: one thing at a time, and never in a call. */
import { useEffect, useSyncExternalStore } from 'react'
import { useLanguage } from '../../text/amounts.ts'
import { useSensing } from '../presence/useSensing.ts'
import { useSettings } from '../settings/useSettings.ts'
import { localVoice } from './localVoice.ts'

/** A little slower than one talks. */
const RATE = 0.85
/** Of the loudest a voice can be; the person's volume is a share of it. */
const MOST_VOLUME = 0.7

const speech = (): SpeechSynthesis | null => ('speechSynthesis' in window ? window.speechSynthesis : null)

/** Voices turn up a moment after they were first asked for. */
function onVoices(look: () => void): () => void {
  const now = speech()
  now?.addEventListener?.('voiceschanged', look)
  return () => now?.removeEventListener?.('voiceschanged', look)
}

const voiceIn = (language: string) => localVoice(speech()?.getVoices() ?? [], language)

/** Its name for this page; null: this computer has none for the language of the page. */
export function useLocalVoice(): string | null {
  const language = useLanguage()
  return useSyncExternalStore(onVoices, () => voiceIn(language)?.voiceURI ?? null)
}

/** @param voiceUri of a voice that was found on this computer */
export function say(words: string, voiceUri: string, volume: number): void {
  const now = speech()
  const voice = now?.getVoices().find((one) => one.voiceURI === voiceUri && one.localService)
  if (!now || !voice || volume <= 0) return
  const utterance = new SpeechSynthesisUtterance(words)
  utterance.voice = voice
  utterance.lang = voice.lang
  utterance.rate = RATE
  utterance.volume = Math.min(1, volume) * MOST_VOLUME
  now.cancel()
  now.speak(utterance)
}

export const sayNothing = (): void => speech()?.cancel()

export interface SpokenStep {
  words: string
  /** Changes with each step, also where the words stay the same. */
  step: string
  /** False while the exercise stands, or is read in one's own time. */
  isOn: boolean
}

export function useSpokenWords({ words, step, isOn }: SpokenStep): void {
  const sound = useSettings()?.sound
  const inCall = useSensing()?.inCall.value === true
  const voice = useLocalVoice()
  const speaks = isOn && sound?.spoken === true && !inCall && voice !== null
  const volume = sound?.volume ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is said once; a new volume waits for the next.
  useEffect(() => {
    if (speaks && voice !== null) say(words, voice, volume)
  }, [speaks, voice, step, words])
  useEffect(() => {
    if (speaks) return sayNothing
  }, [speaks])
}
