/** In a sentence: why the light stays as it is. */
import { useTranslation } from 'react-i18next'
import '../../text/roomText.ts'
import { errorCode } from '../../watch.ts'
import { refusedBecause } from './refusedWish.ts'

export function useRefusal(): (error: unknown) => string {
  const { t } = useTranslation()
  return (error) => {
    const because = refusedBecause(error)
    return because ? t(`room.refused.${because}`) : t(`errors.${errorCode(error)}`)
  }
}
