/** What a mapping reads, in a few words. */
import { useTranslation } from 'react-i18next'
import type { MappingInput } from '../../../electron/contract/devices.ts'
import type { TextKey } from '../../text/i18n.ts'

/** "Heart rate from psl/hr". */
export function useMappingWords(): (mapping: Pick<MappingInput, 'kind' | 'topicFilter'>) => string {
  const { t } = useTranslation()
  return ({ kind, topicFilter }) =>
    t('devices.meaningFrom', { what: t(`devices.meaning.${kind}`), topic: topicFilter })
}

/** Why a value was left out; a reason nobody knows is still counted. */
export function useRefusalWords(): (reason: string) => string {
  const { t } = useTranslation()
  return (reason) => t(`devices.refusal.${reason}` as TextKey, { defaultValue: t('devices.refusal.other') })
}
