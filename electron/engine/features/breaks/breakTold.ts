/** Tells everybody what is shown of breaks, whenever it looks different, and who has drawn it. */
import type { BreakView } from '../../../contract/breaks.ts'
import type { BreakFacts } from '../../../core/breaks/breakFacts.ts'
import type { BreakStatistics } from '../../../core/breaks/statistics.ts'
import { type LocalMoment, workDay } from '../../../core/presence/localMoment.ts'
import type { BreakHistory } from './breakHistory.ts'
import type { BreakMemory } from './breakMemory.ts'
import type { BreaksParts } from './breaksParts.ts'
import { breakView, looks } from './breakView.ts'
import type { OwnCommands } from './ownCommands.ts'

const MINUTE_MS = 60_000
/** Every display there can be, and the small window. */
const MOST_DRAWN = 17

interface BreakToldParts extends Pick<BreaksParts, 'bus' | 'clock' | 'calendar' | 'settings' | 'isRated'> {
  memory: BreakMemory
  history: BreakHistory
  commands: OwnCommands
  facts: (now: LocalMoment) => BreakFacts
}

export class BreakTold {
  readonly #parts: BreakToldParts
  #look = ''
  #today: { workDay: number; statistics: BreakStatistics } | null = null
  /** For which offer or break, and where it was drawn. */
  #drawn: { key: string; displays: string[] } = { key: '', displays: [] }

  constructor(parts: BreakToldParts) {
    this.#parts = parts
  }

  view(): BreakView {
    const { clock, calendar, memory, facts, settings, commands, isRated } = this.#parts
    const now = calendar.moment(clock.now())
    return breakView({
      state: memory.state,
      facts: facts(now),
      now,
      filling: memory.filling,
      today: this.#todayOf(workDay(now)),
      targetMs: settings().breakTargetMinutes * MINUTE_MS,
      drawn: this.#drawn.key === this.#openKey() ? this.#drawn.displays : [],
      command: commands.report,
      isRated,
    })
  }

  /** Only when something looks different. */
  tell(): void {
    const view = this.view()
    const look = looks(view)
    if (look === this.#look) return
    this.#look = look
    this.#parts.bus.emit('breaksChanged', view)
  }

  /** What was written down today changed. */
  forgetToday(): void {
    this.#today = null
  }

  /** A window that is late, and speaks of something that is gone, says nothing. */
  drawn(id: number, display: string): void {
    const { running, nudge } = this.#parts.memory.state
    if ((running?.id ?? nudge?.id) !== id) return
    const key = this.#openKey()
    const displays = this.#drawn.key === key ? this.#drawn.displays : []
    if (displays.includes(display) || displays.length >= MOST_DRAWN) return
    this.#drawn = { key, displays: [...displays, display] }
    this.tell()
  }

  /** An offer said again, and the break it leads to, are drawn anew. */
  #openKey(): string {
    const { running, nudge } = this.#parts.memory.state
    if (running) return `running:${running.id}`
    return nudge?.offer ? `offer:${nudge.id}:${nudge.offer.isAgain}:${nudge.offer.postponesLeft}` : ''
  }

  #todayOf(day: number): BreakStatistics {
    if (this.#today?.workDay !== day) {
      const statistics = this.#parts.history.statistics({ fromDay: day, toDay: day })
      this.#today = { workDay: day, statistics }
    }
    return this.#today.statistics
  }
}
