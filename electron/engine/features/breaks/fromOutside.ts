/** What a home may ask of pauses: it sees nobody, and knows of one kind of pause and of whatever is open. */
import { hushReason } from '../../../core/breaks/gate.ts'
import { breakRefused } from './breakRefused.ts'
import type { BreaksService } from './breaksService.ts'

export function fromOutside(breaks: BreaksService) {
  return {
    view: () => breaks.view(),
    pause: (minutes: number) => breaks.pause(minutes),
    resume: () => breaks.resume(),
    /** Not into a call and not over a shared screen. @throws EngineError BREAK_REFUSED */
    start() {
      const { offer } = breaks.view()
      if (hushReason(breaks.state) !== null) throw breakRefused('hushed')
      if (offer === null) breaks.begin('pause', null)
      else breaks.answer(offer.id, { say: 'start' })
    },
    /** @throws EngineError BREAK_REFUSED */
    finish() {
      const { running } = breaks.view()
      if (running !== null) breaks.answer(running.id, { say: 'finish' })
    },
  }
}
