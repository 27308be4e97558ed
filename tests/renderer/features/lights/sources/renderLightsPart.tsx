/** A part of the lights page by itself, over a fake engine and a real message channel. */
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { onTestFinished } from 'vitest'
import { newCache } from '../../../../../renderer/App.tsx'
import { ToastArea } from '../../../../../renderer/design/Toasts.tsx'
import { connectEngine } from '../../../../../renderer/engine.ts'
import { text } from '../../../../../renderer/text/i18n.ts'
import { EngineProvider } from '../../../../../renderer/watch.ts'
import { FakeEngine } from '../../../fakeEngine.ts'
import { type FakeLights, lightsOf } from '../../../fakeLights.ts'
import { type Scenario, worldOf } from '../../../fakeWorld.ts'
import { sendPort } from '../../../renderApp.tsx'

export interface RenderedPart {
  fake: FakeEngine
  lights: FakeLights
}

/** @param before sets the engine up, before anything is shown. */
export function renderLightsPart(
  part: ReactNode,
  before: (parts: RenderedPart) => void = () => {},
  scenario: Scenario = 'empty',
): RenderedPart {
  const fake = new FakeEngine(worldOf(scenario, Date.now()))
  const parts = { fake, lights: lightsOf(fake) }
  before(parts)
  const engine = connectEngine({ page: window as never, useSocket: false, patienceMs: 5000 })
  render(
    <I18nextProvider i18n={text}>
      <EngineProvider value={engine}>
        <QueryClientProvider client={newCache()}>
          <ToastArea>
            <main>{part}</main>
          </ToastArea>
        </QueryClientProvider>
      </EngineProvider>
    </I18nextProvider>,
  )
  const { engineEnd } = sendPort(fake)
  onTestFinished(() => {
    cleanup()
    engine.close()
    engineEnd.close()
    window.location.hash = ''
    window.localStorage.clear()
  })
  return parts
}
