/** Writing down what happened outside Lull, and taking it away with time to change one's mind. */
import { useTranslation } from 'react-i18next'
import type { Act } from '../../../electron/core/balance/acts.ts'
import { useNotice } from '../../design/Toasts.tsx'
import { errorCode, useClient } from '../../watch.ts'

export interface ActDoings {
  /** Keeps it, or changes the one with this id. @returns whether it is kept. */
  keep: (act: Pick<Act, 'id' | 'kind' | 'note'>) => Promise<boolean>
  remove: (act: Act) => Promise<boolean>
}

export function useActDoings(): ActDoings {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  const failed = (error: unknown) => {
    notice({ text: t('balance.acts.notDone', { reason: t(`errors.${errorCode(error)}`) }) })
    return false
  }

  async function restore(id: string) {
    try {
      const { restored } = await client.balance.restoreAct({ id })
      if (!restored) notice({ text: t('balance.acts.gone') })
    } catch (error) {
      failed(error)
    }
  }

  return {
    keep: (act) => client.balance.addAct(act).then(() => true, failed),
    async remove({ id, kind }) {
      try {
        const { undoSeconds } = await client.balance.eraseAct({ id })
        const undo = { label: t('common.undo'), seconds: undoSeconds, run: () => void restore(id) }
        notice({ text: t('balance.acts.removed', { kind: t(`balance.acts.kind.${kind}`) }), undo })
        return true
      } catch (error) {
        return failed(error)
      }
    },
  }
}
