/** From pairing on to what Lull may touch, with the keyboard on the page that opens. */
import { goTo } from '../../../windows/places.ts'

export function goToRooms(): void {
  // What was pressed is gone by then, with the sheet it stood in.
  const take = () => setTimeout(() => document.querySelector('main')?.focus({ preventScroll: true }))
  window.addEventListener('hashchange', take, { once: true })
  goTo('lights', 'touch')
}
