/** What the tray's lines about pauses do; each acts on what was shown last. */
import type { BreakView } from '../../contract/breaks.ts'
import type { EngineClient } from '../../contract/index.ts'
import type { TrayAction } from './trayLine.ts'

type BreakAction = Extract<TrayAction, `break${string}` | `helped${string}` | 'quietHour' | 'offerAgain'>
type Answer = Parameters<EngineClient['breaks']['answer']>[0]['answer']

const LATER_MINUTES = 5
const QUIET_MINUTES = 60

/** @param now the engine that runs, and what it said last; null without one. */
export function breakActions(
  now: () => { client: EngineClient; view: BreakView } | null,
): Record<BreakAction, () => void> {
  const act =
    (call: (client: EngineClient, view: BreakView) => Promise<unknown> | null | undefined) => () => {
      const known = now()
      // What is not possible any more is not offered at the next look either.
      if (known) call(known.client, known.view)?.catch(() => {})
    }
  const answer = (given: Answer) =>
    act((client, { offer, snoozed }) => {
      const open = offer ?? snoozed?.offer
      return open && client.breaks.answer({ id: open.id, answer: given })
    })
  const rate = (helped: boolean) =>
    act((client, { rating }) => rating && client.breaks.rate({ nudgeId: rating.nudgeId, helped }))
  return {
    breakStart: answer({ say: 'start' }),
    breakLater: answer({ say: 'snooze', minutes: LATER_MINUTES }),
    breakNotNow: answer({ say: 'notNow' }),
    breakNow: act((client) => client.breaks.start({ kind: 'pause', arm: null })),
    breakBack: act(
      (client, { running }) => running && client.breaks.answer({ id: running.id, answer: { say: 'finish' } }),
    ),
    helped: rate(true),
    helpedNot: rate(false),
    quietHour: act((client) => client.breaks.pause({ minutes: QUIET_MINUTES })),
    offerAgain: act((client) => client.breaks.resume()),
  }
}
