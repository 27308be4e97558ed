/** Deletes a talk without saying on screen which one it was. */
import { useTranslation } from 'react-i18next'
import { useNotice } from '../../design/Toasts.tsx'
import { errorCode, useClient } from '../../watch.ts'

export function useEraseTalk(): (conversationId: string) => Promise<void> {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  return async (conversationId) => {
    try {
      const { undoSeconds } = await client.chat.erase({ conversationId })
      notice({
        text: t('quickExit.erased'),
        undo: {
          label: t('common.undo'),
          seconds: undoSeconds,
          run: () => void client.chat.restore({ conversationId }).catch(() => {}),
        },
      })
    } catch (error) {
      notice({ text: t(`errors.${errorCode(error)}`) })
    }
  }
}
