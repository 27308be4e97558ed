/** Sets the theme on the page: the person's choice, or the system's, from the first frame on. */
import { useEffect } from 'react'
import type { Settings } from '../../../electron/contract/settings.ts'
import { useSettings } from './useSettings.ts'

const memoryKey = 'lull.theme'

/** The last choice, remembered beside the page, so that it does not flash in the other theme while it starts. */
export function applyRememberedTheme(page: Window): void {
  applyTheme(page, page.localStorage.getItem(memoryKey) ?? 'system')
}

function applyTheme(page: Window, theme: Settings['theme'] | string): void {
  const root = page.document.documentElement
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  else delete root.dataset.theme
}

export function useTheme(): void {
  const theme = useSettings()?.theme
  useEffect(() => {
    if (!theme) return
    window.localStorage.setItem(memoryKey, theme)
    applyTheme(window, theme)
  }, [theme])
}
