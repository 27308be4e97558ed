/** How a page steps aside: only the shell can hide a window, for `window.close()` would destroy it. */

/** False in a browser, where a tab stays. */
export const canHideWindow = (): boolean => window.location.protocol === 'app:'

/** Asks the shell to close the window the way a person does: the popup then hides. */
export function askToClose(): void {
  if (canHideWindow()) window.open('app://lull/close')
}
