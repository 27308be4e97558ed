/** What can be done with a device; whatever fails is said, and what is taken away can be had back. */
import { useTranslation } from 'react-i18next'
import type { DeviceView, MappingInput } from '../../../electron/contract/devices.ts'
import { useNotice } from '../../design/Toasts.tsx'
import { errorCode, useClient } from '../../watch.ts'
import type { SettingValues } from './formValues.ts'
import { useMappingWords } from './useMappingWords.ts'

export interface DeviceDoings {
  play(driver: string, title: string, settings: SettingValues): void
  enable(device: DeviceView, enabled: boolean): void
  retry(device: DeviceView): void
  /** @param said what the notice says. */
  remove(device: DeviceView, said: string): void
  removeMapping(device: DeviceView, mappingId: string): void
}

export function useDeviceDoings(): DeviceDoings {
  const { t } = useTranslation()
  const client = useClient()
  const notice = useNotice()
  const words = useMappingWords()
  const attempt = (work: () => Promise<unknown>) => {
    work().catch((error: unknown) => notice({ text: t(`errors.${errorCode(error)}`) }))
  }
  const undo = (seconds: number, run: () => Promise<unknown>) => ({
    undo: { label: t('common.undo'), seconds, run: () => attempt(run) },
  })
  return {
    play: (driver, title, settings) =>
      attempt(() => client.devices.save({ id: crypto.randomUUID(), driver, title, enabled: true, settings })),
    enable: ({ id, driver, title, settings }, enabled) =>
      attempt(() => client.devices.save({ id, driver, title, settings, enabled })),
    retry: ({ id }) => attempt(() => client.devices.retry({ id })),
    remove: ({ id }, said) =>
      attempt(async () => {
        const { undoSeconds } = await client.devices.remove({ id })
        notice({ text: said, ...undo(undoSeconds, () => client.devices.restore({ id })) })
      }),
    removeMapping: ({ id, mappings }, mappingId) =>
      attempt(async () => {
        const all = mappings.map(({ mapping }) => mapping)
        const gone = all.find((mapping) => mapping.id === mappingId)
        await client.devices.setMappings({ id, mappings: withoutMapping(all, mappingId) })
        if (!gone) return
        const text = t('devices.mappingRemoved', { what: words(gone) })
        notice({ text, ...undo(undoSeconds, () => client.devices.setMappings({ id, mappings: all })) })
      }),
  }
}

const undoSeconds = 10

const withoutMapping = (all: readonly MappingInput[], id: string) =>
  all.filter((mapping) => mapping.id !== id)
