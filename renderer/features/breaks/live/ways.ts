/** Ways from a pause to other places: in Lull's own windows by the shell, in a browser within the tab. */
import type { EngineClient } from '../../../../electron/contract/index.ts'
import { errorCode } from '../../../watch.ts'
import { goTo } from '../../../windows/places.ts'

const isPopup = () => document.documentElement.dataset.window === 'popup'

/** Runs `instead` where there is no shell to ask. */
async function orHere(asked: Promise<unknown>, instead: () => void): Promise<void> {
  try {
    await asked
  } catch (error) {
    if (errorCode(error) === 'SHELL_MISSING') instead()
  }
}

/** Where it stands why this pause was offered. */
export function openWhy(client: EngineClient, nudgeId: number): Promise<void> {
  const place = ['pauses', 'why', String(nudgeId)] as const
  return orHere(client.shell.openHome({ place: place.join('/') }), () => {
    if (isPopup()) window.location.assign(`?window=home#/${place.join('/')}`)
    else goTo(...place)
  })
}

export function openTalk(client: EngineClient): Promise<void> {
  return orHere(client.shell.openPopup({ wish: 'newTalk' }), () => {
    // The popup's page begins a talk at such an address, different each time.
    if (isPopup()) window.location.hash = `#/new-${Date.now()}`
    else goTo('talk')
  })
}

/** Only the shell can let a window go as a person would; a tab that was not opened by a page stays. */
export function leaveWindow(): void {
  if (window.location.protocol === 'app:') window.open('app://lull/close')
  else window.close()
}
