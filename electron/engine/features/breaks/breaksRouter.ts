/** Breaks on the wire. */
import type { BreakView, ChoiceView } from '../../../contract/breaks.ts'
import type { ArmMemory } from '../../../core/breaks/armMemory.ts'
import type { BreakSettings } from '../../../core/breaks/breakSettings.ts'
import { RULED_OUTCOMES } from '../../../core/breaks/choice.ts'
import { ARMS } from '../../../core/breaks/kinds.ts'
import { EngineError } from '../../errors.ts'
import type { EventBus } from '../../events.ts'
import { sql } from '../../store/sql.ts'
import { os } from '../../wire/procedures.ts'
import { watchStream } from '../../wire/watchStream.ts'
import { breakExport } from './breakExport.ts'
import type { BreaksService } from './breaksService.ts'

const DAYS_OF_WEEK = 7

/** As believed now over all moments. */
function beliefs({ overall, counts }: ArmMemory, { pins, bans }: BreakSettings) {
  return ARMS.map((arm) => {
    const { a, b } = overall[arm]
    return {
      arm,
      ...counts[arm],
      expected: (1 + a) / (2 + a + b),
      isPinned: pins.includes(arm),
      isBanned: bans.includes(arm),
    }
  })
}

function why({ history, state }: BreaksService, nudgeId: number) {
  const entries = history.entries(sql`nudge_id = ${nudgeId}`)
  const choice: ChoiceView | null = history.choice(nudgeId)
  if (entries.length === 0 && choice === null) throw new EngineError('NOT_FOUND', 'There was no such pause.')
  return { entries, choice, arms: beliefs(state.memory, state.settings) }
}

function week({ history }: BreaksService, fromDay: number) {
  const days = { fromDay, toDay: fromDay + DAYS_OF_WEEK - 1 }
  return {
    statistics: history.statistics(days),
    rated: history.rated(days),
    onOff: history.onOff(),
    firstDay: history.firstDay(),
  }
}

function watched(service: BreaksService, bus: EventBus, signal: AbortSignal | undefined) {
  return watchStream<BreakView>({
    signal,
    listen: (push) => bus.on('breaksChanged', push),
    snapshot: () => service.view(),
  })
}

function whatIsShown(service: BreaksService, bus: EventBus) {
  return {
    watch: os.breaks.watch.handler(({ signal }) => watched(service, bus, signal)),
    displays: os.breaks.displays.handler(({ input }) => done(service.displays(input.displays))),
    drawn: os.breaks.drawn.handler(({ input }) => done(service.drawn(input.id, input.display))),
    notDrawn: os.breaks.notDrawn.handler(({ input }) => done(service.notDrawn(input.id, input.display))),
  }
}

function whatWas(service: BreaksService) {
  const { history } = service
  return {
    history: os.breaks.history.handler(({ input }) => history.lines(input)),
    statistics: os.breaks.statistics.handler(({ input }) => history.statistics(input)),
    month: os.breaks.month.handler(({ input }) => ({ weeks: history.month(input, input.weekStart) })),
    week: os.breaks.week.handler(({ input }) => week(service, input.fromDay)),
    why: os.breaks.why.handler(({ input }) => why(service, input.nudgeId)),
    learning: os.breaks.learning.handler(() => {
      const { memory, settings } = service.state
      return { outcomes: memory.outcomes, ruledOutcomes: RULED_OUTCOMES, arms: beliefs(memory, settings) }
    }),
    forgetLearning: os.breaks.forgetLearning.handler(() => done(service.keeper.eraseLearning())),
    export: os.breaks.export.handler(() => breakExport(history, service.today())),
  }
}

export function breaksRouter(service: BreaksService, bus: EventBus) {
  return {
    ...whatIsShown(service, bus),
    ...whatWas(service),
    answer: os.breaks.answer.handler(({ input }) => done(service.answer(input.id, input.answer))),
    start: os.breaks.start.handler(({ input }) => done(service.begin(input.kind, input.arm))),
    rate: os.breaks.rate.handler(({ input }) => done(service.rate(input.nudgeId, input.helped))),
    pause: os.breaks.pause.handler(({ input }) => done(service.pause(input.minutes))),
    resume: os.breaks.resume.handler(() => done(service.resume())),
    showOnPurpose: os.breaks.showOnPurpose.handler(() => done(service.showOnPurpose())),
    tryCommand: os.breaks.tryCommand.handler(({ input }) => service.commands.try(input.which)),
    putCommandAway: os.breaks.putCommandAway.handler(({ input }) => done(service.commands.putAway(input.id))),
  }
}

/** There is nothing to say but that it is done. */
function done(_nothing: unknown): Record<string, never> {
  return {}
}
