/** What the person does with light from the page; what the engine refuses is said in words. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotice } from '../../design/Toasts.tsx'
import { errorCode, useClient } from '../../watch.ts'
import { useRefusal } from './useRefusal.ts'

export interface LampHand {
  isOn?: boolean
  brightness?: number
  mirek?: number
  isReachable?: boolean
}

export interface LightDoings {
  preview: (look: string) => void
  apply: (look: string) => void
  undo: (claimId: number) => void
  release: () => void
  /** A hand on a lamp of the room on screen. */
  touch: (lampId: string, hand: LampHand) => void
  /** Says what happened, or why it did not. */
  keepScene: (title: string) => Promise<boolean>
  adopt: (sceneId: string, title: string) => void
}

export function useLightDoings(): LightDoings {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  const refusal = useRefusal()
  // biome-ignore lint/correctness/useExhaustiveDependencies: words and notices change without changing what is done.
  return useMemo(() => {
    const { lights } = client
    const say = (error: unknown) => notice({ text: refusal(error) })
    const isBack = () => notice({ text: t('room.back') })
    return {
      preview: (look) => void lights.preview({ look }).catch(say),
      apply: (look) => void lights.apply({ look, because: 'shortcut' }).catch(say),
      undo: (claimId) => void lights.undo({ claimId }).then(isBack, say),
      release: () => void lights.release().then(isBack, say),
      touch: (lampId, hand) => void lights.touchLamp({ lampId, ...hand }).catch(say),
      keepScene: (title) =>
        lights.saveScene({ title }).then(
          () => {
            notice({ text: t('lights.scenes.kept', { title }) })
            return true
          },
          (error: unknown) => {
            // There was no lamp to keep.
            if (errorCode(error) === 'NOT_FOUND') notice({ text: t('lights.scenes.noneOn') })
            else say(error)
            return false
          },
        ),
      adopt: (sceneId, title) =>
        void lights
          .adoptScene({ sceneId })
          .then(() => notice({ text: t('lights.scenes.adopted', { title }) }), say),
    }
  }, [client, t])
}
