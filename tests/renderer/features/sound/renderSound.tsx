/** A part of the page over a fake engine, with a voice and a loudspeaker that tell what was asked of them. */
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { onTestFinished, vi } from 'vitest'
import { newCache } from '../../../../renderer/App.tsx'
import { connectEngine } from '../../../../renderer/engine.ts'
import { text } from '../../../../renderer/text/i18n.ts'
import { EngineProvider } from '../../../../renderer/watch.ts'
import { FakeEngine } from '../../fakeEngine.ts'
import { presenceOf } from '../../fakePresence.ts'
import { sendPort } from '../../renderApp.tsx'

export function rendered(part: ReactNode, prepare: (fake: FakeEngine) => void = () => {}) {
  const fake = new FakeEngine()
  prepare(fake)
  const engine = connectEngine({ page: window as never, useSocket: false, patienceMs: 5000 })
  const around = (inner: ReactNode) => (
    <I18nextProvider i18n={text}>
      <EngineProvider value={engine}>
        <QueryClientProvider client={newCache()}>{inner}</QueryClientProvider>
      </EngineProvider>
    </I18nextProvider>
  )
  const result = render(around(part))
  const { engineEnd } = sendPort(fake)
  onTestFinished(() => {
    cleanup()
    engine.close()
    engineEnd.close()
  })
  return { ...result, fake, engine }
}

export function setCall(fake: FakeEngine, value: boolean | null): void {
  const presence = presenceOf(fake)
  presence.facts = { ...presence.facts, inCall: { value, source: 'pipewire', sinceMs: 1, quality: 1 } }
  presence.tell()
}

export interface FakeSpeech {
  said: { text: string; volume: number; rate: number }[]
  cancelled: number
}

/** @param voices as a system would list them */
export function fakeSpeech(
  voices = [{ name: 'own', voiceURI: 'own', lang: 'en-GB', localService: true, default: true }],
): FakeSpeech {
  const speech: FakeSpeech = { said: [], cancelled: 0 }
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      volume = 1
      rate = 1
      lang = ''
      voice: unknown = null
      text: string
      constructor(words: string) {
        this.text = words
      }
    },
  )
  const speechSynthesis = {
    getVoices: () => voices,
    speak: (one: FakeSpeech['said'][number]) => speech.said.push(one),
    cancel: () => {
      speech.cancelled += 1
    },
    addEventListener: () => {},
    removeEventListener: () => {},
  }
  vi.stubGlobal('speechSynthesis', speechSynthesis)
  Object.assign(window, { speechSynthesis })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    Reflect.deleteProperty(window, 'speechSynthesis')
  })
  return speech
}
