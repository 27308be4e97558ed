/** Saves mappings of a device beside those it has, or in place of one; what goes wrong is told in words. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceView } from '../../../electron/contract/devices.ts'
import type { Mapping } from '../../../electron/core/readings/mapping.ts'
import { useNotice } from '../../design/Toasts.tsx'
import { errorCode, useClient } from '../../watch.ts'

/** The contract's limit. */
const MOST_MAPPINGS = 20

export function useSaveMappings(device: DeviceView, onDone: () => void) {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  const [failure, setFailure] = useState<string | null>(null)

  async function save(drafts: readonly Mapping[], changedId: string | null): Promise<void> {
    const before = device.mappings.map(({ mapping }) => mapping)
    const changed = drafts.find(({ id }) => id === changedId)
    const mappings = changed
      ? before.map((mapping) => (mapping.id === changedId ? changed : mapping))
      : [...before, ...drafts]
    if (mappings.length > MOST_MAPPINGS) return setFailure(t('mapping.tooMany'))
    try {
      await client.devices.setMappings({ id: device.id, mappings })
      notice({ text: t('mapping.saved') })
      onDone()
    } catch (error) {
      setFailure(t(`errors.${errorCode(error)}`))
    }
  }

  return { save, failure }
}
