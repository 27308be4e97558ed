/** What can be done with a source of lamps; whatever fails is said, and what is taken away can be had back. */
import { useTranslation } from 'react-i18next'
import type { LightSourceView } from '../../../../electron/contract/lights.ts'
import { useNotice } from '../../../design/Toasts.tsx'
import { errorCode, useClient } from '../../../watch.ts'

export interface SourceDoings {
  rename(source: LightSourceView, title: string): void
  retry(source: LightSourceView): void
  remove(source: LightSourceView): void
}

export function useSourceDoings(): SourceDoings {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  const attempt = (work: () => Promise<unknown>) => {
    work().catch((error: unknown) => notice({ text: t(`errors.${errorCode(error)}`) }))
  }
  const restore = (id: string) =>
    attempt(async () => {
      const { restored } = await client.lights.restoreSource({ id })
      if (!restored) notice({ text: t('lightSources.notRestored') })
    })
  return {
    rename: ({ id }, title) => attempt(() => client.lights.renameSource({ id, title })),
    retry: ({ id }) => attempt(() => client.lights.retrySource({ id })),
    remove: ({ id, title }) =>
      attempt(async () => {
        const { undoSeconds } = await client.lights.removeSource({ id })
        const undo = { label: t('common.undo'), seconds: undoSeconds, run: () => restore(id) }
        notice({ text: t('lightSources.removed', { title }), undo })
      }),
  }
}
