/** Starts the page: words, theme, the connection, and the window that was asked for. */
import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, newCache, windowNames } from './App.tsx'
import './design/fonts.css'
import './design/tokens.css'
import './design/base.css'
import { connectEngine } from './engine.ts'
import { applyRememberedTheme } from './features/settings/useTheme.ts'
import { text } from './text/i18n.ts'

const asked = new URLSearchParams(window.location.search).get('window')
const name = windowNames.find((one) => one === asked) ?? 'home'
document.documentElement.dataset.window = name
applyRememberedTheme(window)

const isInElectron = /\bElectron\//.test(navigator.userAgent)
const isServed = /^https?:$/.test(window.location.protocol)
const engine = connectEngine({ page: window, useSocket: isServed && !isInElectron })

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <App engine={engine} text={text} window={name} cache={newCache()} />
      </CSPProvider>
    </StrictMode>,
  )
}
