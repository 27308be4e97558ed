/** What a person does with the light from anywhere; what is refused is said in a sentence. */
import { useTranslation } from 'react-i18next'
import { useNotice } from '../../../design/Toasts.tsx'
import { useClient } from '../../../watch.ts'
import { useRefusal } from '../useRefusal.ts'

export interface RoomDoings {
  soften(): void
  undo(claimId: number): void
  giveBack(): void
}

export function useRoomDoings(): RoomDoings {
  const { t } = useTranslation()
  const { lights } = useClient()
  const notice = useNotice()
  const refusal = useRefusal()
  const refused = (error: unknown) => notice({ text: refusal(error) })
  const isBack = () => notice({ text: t('room.back') })
  return {
    // What comes of it is told by the line.
    soften: () => void lights.apply({ look: 'soften', because: 'shortcut' }).catch(refused),
    undo: (claimId) => void lights.undo({ claimId }).then(isBack, refused),
    giveBack: () => void lights.release().then(isBack, refused),
  }
}
