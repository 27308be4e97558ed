/** Erases one kind or one day, forgets what this window still shows of it, and says how it went. */
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DataKind } from '../../../electron/contract/privacy.ts'
import { useNotice } from '../../design/Toasts.tsx'
import { errorCode, useClient } from '../../watch.ts'

const confirm = 'erase'

export interface Erasing {
  eraseKind(kind: DataKind): void
  /** @param day how the day is called in the notice. */
  eraseDay(workDay: number, day: string): void
}

export function useErasing(): Erasing {
  const { t } = useTranslation()
  const client = useClient()
  const cache = useQueryClient()
  const notice = useNotice()

  async function erase(work: () => Promise<unknown>, said: string) {
    try {
      await work()
      notice({ text: said })
    } catch (error) {
      notice({ text: t(`errors.${errorCode(error)}`) })
    }
    // Also after a failure: a part of it may be gone. What is watched comes anew by its own stream.
    await cache.invalidateQueries()
  }

  return {
    eraseKind: (kind) =>
      void erase(
        () => client.privacy.eraseKind({ kind, confirm }),
        t('dataMap.erased', { kind: t(`privacy.kind.${kind}`) }),
      ),
    eraseDay: (workDay, day) =>
      void erase(() => client.privacy.eraseDay({ workDay, confirm }), t('dataMap.dayErased', { day })),
  }
}
