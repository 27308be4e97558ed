/** What the person does about pauses from the page; what the engine refuses is said in words, with undo where it can be. */
import { ORPCError } from '@orpc/client'
import { useTranslation } from 'react-i18next'
import type { RefusedBecause } from '../../../electron/core/breaks/breakEffects.ts'
import type { BreakKind, Invitation } from '../../../electron/core/breaks/kinds.ts'
import { useNotice } from '../../design/Toasts.tsx'
import type { TextKey } from '../../text/i18n.ts'
import { errorCode, useClient } from '../../watch.ts'

const refusals: Record<RefusedBecause, TextKey> = {
  gone: 'pauses.now.refused.gone',
  postpone_limit: 'pauses.now.refused.postpone_limit',
  strict: 'pauses.now.refused.strict',
  already_running: 'pauses.now.refused.already_running',
  not_running: 'pauses.now.refused.not_running',
  hushed: 'pauses.now.refused.hushed',
}

/** The word for why something was not possible. */
export function refusalKey(error: unknown): TextKey {
  const code = errorCode(error)
  if (code !== 'BREAK_REFUSED' || !(error instanceof ORPCError)) return `errors.${code}`
  const because = (error.data as { because?: unknown } | null)?.because
  const known = (Object.keys(refusals) as RefusedBecause[]).find((one) => one === because)
  return known ? refusals[known] : `errors.${code}`
}

const HOUR_MINUTES = 60
const UNDO_SECONDS = 10

export interface PauseDoings {
  take: (kind: BreakKind, arm: Invitation | null) => void
  start: (id: number) => void
  finish: (id: number) => void
  /** Offers none for an hour, or until the day begins anew. */
  quiet: (how: 'hour' | 'tomorrow') => void
  resume: () => void
  /** Ends the pause of all sensing, during which none is offered either. */
  sense: () => void
}

export function usePauseDoings(): PauseDoings {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  const say = (error: unknown) => notice({ text: t(refusalKey(error)) })
  const resume = () => client.breaks.resume().then(() => notice({ text: t('pauses.now.saidResume') }), say)
  const sense = () =>
    client.settings
      .change({ sensingPaused: null })
      .then(() => notice({ text: t('pauses.now.saidSense') }), say)
  const quiet = (how: 'hour' | 'tomorrow') =>
    client.breaks.pause({ minutes: how === 'hour' ? HOUR_MINUTES : null }).then(
      () =>
        notice({
          text: t(how === 'hour' ? 'pauses.now.saidHour' : 'pauses.now.saidTomorrow'),
          undo: { label: t('common.undo'), seconds: UNDO_SECONDS, run: () => void resume() },
        }),
      say,
    )
  return {
    take: (kind, arm) => void client.breaks.start({ kind, arm }).catch(say),
    start: (id) => void client.breaks.answer({ id, answer: { say: 'start' } }).catch(say),
    finish: (id) => void client.breaks.answer({ id, answer: { say: 'finish' } }).catch(say),
    quiet: (how) => void quiet(how),
    resume: () => void resume(),
    sense: () => void sense(),
  }
}
