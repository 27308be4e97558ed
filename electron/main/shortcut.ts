/** The global shortcut that opens the popup from anywhere. */
import { globalShortcut } from 'electron'

export interface Shortcut {
  /** Uses another accelerator, or none. @returns false when another app holds it, or it is not one. */
  use(accelerator: string | null): boolean
}

export function createShortcut(pressed: () => void): Shortcut {
  let current: string | null = null
  return {
    use(accelerator) {
      if (accelerator === current) return true
      if (current) globalShortcut.unregister(current)
      current = null
      if (!accelerator) return true
      try {
        if (!globalShortcut.register(accelerator, pressed)) return false
      } catch {
        return false
      }
      current = accelerator
      return true
    },
  }
}
