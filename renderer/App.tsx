/** Everything a window needs around it, and the choice of the window itself. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { lazy, Suspense } from 'react'
import { I18nextProvider } from 'react-i18next'
import { ToastArea } from './design/Toasts.tsx'
import type { Engine } from './engine.ts'
import { useTheme } from './features/settings/useTheme.ts'
import { EngineProvider, useLinkState } from './watch.ts'
import { PageFallback } from './windows/PageFallback.tsx'
import { PopupWindow } from './windows/popup/PopupWindow.tsx'
import { SignedOut } from './windows/SignedOut.tsx'

const HomeWindow = lazy(() => import('./windows/home/HomeWindow.tsx'))

const NudgeWindow = lazy(() => import('./windows/nudge/NudgeWindow.tsx'))
const PauseWindow = lazy(() => import('./windows/pause/PauseWindow.tsx'))

/** `nudge` is the small corner window, `pause` the overlay on one display. */
export const windowNames = ['popup', 'home', 'nudge', 'pause'] as const
export type WindowName = (typeof windowNames)[number]

export interface AppProps {
  cache: QueryClient
  engine: Engine
  text: i18n
  window: WindowName
}

/** The popup's page lives for weeks: what nobody looks at is let go, so that it neither grows nor outlives an erasure. */
const keptUnseenMs = 10 * 60_000

/** Live data never goes stale by itself, and words that are not on disk yet stay for as long as the page does. */
export function newCache(): QueryClient {
  const cache = new QueryClient({
    defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false, gcTime: keptUnseenMs } },
  })
  for (const own of ['draft', 'outbox']) {
    cache.setQueryDefaults([own], { gcTime: Number.POSITIVE_INFINITY })
  }
  return cache
}

export function App({ engine, text, window: name, cache }: AppProps) {
  return (
    <I18nextProvider i18n={text}>
      <EngineProvider value={engine}>
        <QueryClientProvider client={cache}>
          <PageFallback>
            <ToastArea>
              <ChosenWindow name={name} />
            </ToastArea>
          </PageFallback>
        </QueryClientProvider>
      </EngineProvider>
    </I18nextProvider>
  )
}

function ChosenWindow({ name }: { name: WindowName }) {
  useTheme()
  const link = useLinkState()
  if (link.state === 'signedOut') return <SignedOut />
  if (name === 'popup') return <PopupWindow />
  return (
    <Suspense>
      {name === 'nudge' ? <NudgeWindow /> : null}
      {name === 'pause' ? <PauseWindow /> : null}
      {name === 'home' ? <HomeWindow /> : null}
    </Suspense>
  )
}
