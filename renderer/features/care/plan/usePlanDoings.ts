/** Keeping and erasing the plan, each with time to change one's mind. */
import { useTranslation } from 'react-i18next'
import { useNotice } from '../../../design/Toasts.tsx'
import { errorCode, useClient } from '../../../watch.ts'
import { contentsOf, type PlanDraft } from './planDraft.ts'

export interface PlanDoings {
  save: (draft: PlanDraft) => Promise<void>
  erase: () => Promise<void>
}

export function usePlanDoings(followNext: () => void): PlanDoings {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  const failed = (error: unknown) =>
    notice({ text: t('plan.notDone', { reason: t(`errors.${errorCode(error)}`) }) })

  async function restore() {
    followNext()
    try {
      const { restored } = await client.care.restorePlan({})
      notice({ text: t(restored ? 'plan.restored' : 'plan.gone') })
    } catch (error) {
      failed(error)
    }
  }
  const undo = (seconds: number) => ({ label: t('common.undo'), seconds, run: () => void restore() })

  return {
    async save(draft) {
      try {
        const { undoSeconds } = await client.care.savePlan({ steps: contentsOf(draft) })
        notice({ text: t('plan.saved'), undo: undo(undoSeconds) })
      } catch (error) {
        failed(error)
      }
    },
    async erase() {
      followNext()
      try {
        const { undoSeconds } = await client.care.erasePlan({})
        notice({ text: t('plan.erased'), undo: undo(undoSeconds) })
      } catch (error) {
        failed(error)
      }
    },
  }
}
