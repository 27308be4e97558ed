/** What was answered to "how is it now?", and the thanks that stay until they are put away. */
import { useState } from 'react'
import type { CareView } from '../../../electron/contract/care.ts'
import type { CheckBackAnswer } from '../../../electron/core/care/checkBack.ts'
import { useClient } from '../../watch.ts'

type CheckBack = NonNullable<CareView['checkBack']>

/** The answers that Lull says something to. */
export const toldAnswers = ['better', 'same', 'worse'] as const
export type ToldAnswer = (typeof toldAnswers)[number]

export interface Said {
  answer: ToldAnswer
  conversationId: string
}

export interface SaidAnswer {
  said: Said | null
  answer: (checkBack: CheckBack, answer: CheckBackAnswer) => void
  /** Puts the thanks away; with true, that talk is opened. */
  done: (opens: boolean) => void
}

export function useSaidAnswer(onOpenTalk: (conversationId: string) => void): SaidAnswer {
  const client = useClient()
  const [said, setSaid] = useState<Said | null>(null)
  return {
    said,
    answer({ conversationId }, answer) {
      const told = toldAnswers.find((one) => one === answer)
      if (told) setSaid({ answer: told, conversationId })
      // What could not be noted is asked again at another time.
      client.care.answerCheckBack({ conversationId, answer }).catch(() => {})
      if (answer === 'talk') onOpenTalk(conversationId)
    },
    done(opens) {
      if (opens && said) onOpenTalk(said.conversationId)
      setSaid(null)
    },
  }
}
