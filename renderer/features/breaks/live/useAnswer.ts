/** Answers to an offer, and what to say when one was refused. */
import { ORPCError } from '@orpc/client'
import type { TFunction } from 'i18next'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineClient } from '../../../../electron/contract/index.ts'
import type { RefusedBecause } from '../../../../electron/core/breaks/breakEffects.ts'
import { errorCode, useClient } from '../../../watch.ts'

type Answer = Parameters<EngineClient['breaks']['answer']>[0]['answer']

const refusals: RefusedBecause[] = [
  'gone',
  'postpone_limit',
  'strict',
  'already_running',
  'not_running',
  'hushed',
]

/** In words why something about a pause was refused, or failed. */
export function failureWords(error: unknown, t: TFunction): string {
  const code = errorCode(error)
  const data: unknown = error instanceof ORPCError ? error.data : null
  const because = (data as { because?: unknown } | null | undefined)?.because
  const known = code === 'BREAK_REFUSED' ? refusals.find((one) => one === because) : undefined
  return known === undefined ? t(`errors.${code}`) : t(`break.refused.${known}`)
}

export interface Answering {
  /** Resolves to whether it was taken. */
  answer(id: number, answer: Answer): Promise<boolean>
  rate(nudgeId: number, helped: boolean): Promise<boolean>
  failure: string | null
}

export function useAnswer(): Answering {
  const { t } = useTranslation()
  const client = useClient()
  const isSending = useRef(false)
  const [failure, setFailure] = useState<string | null>(null)
  const send = async (call: () => Promise<unknown>): Promise<boolean> => {
    if (isSending.current) return false
    isSending.current = true
    setFailure(null)
    try {
      await call()
      return true
    } catch (error) {
      setFailure(failureWords(error, t))
      return false
    } finally {
      isSending.current = false
    }
  }
  return {
    answer: (id, answer) => send(() => client.breaks.answer({ id, answer })),
    rate: (nudgeId, helped) => send(() => client.breaks.rate({ nudgeId, helped })),
    failure,
  }
}
