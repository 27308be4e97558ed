/** The person's brokers and players as they are now, and what can be added. */
import { useQuery } from '@tanstack/react-query'
import type { DeviceView } from '../../../electron/contract/devices.ts'
import { useClient, useWatch, type Watch } from '../../watch.ts'

const devicesWatch: Watch<{ devices: DeviceView[] }, DeviceView[]> = {
  key: ['devices'],
  open: (client, signal) => client.devices.watch(undefined, { signal }),
  reduce: (_, { devices }) => devices,
}

/** Undefined until the engine has answered for the first time. */
export const useDevices = (): DeviceView[] | undefined => useWatch(devicesWatch)

export interface Driver {
  id: string
  settingsSchema: Record<string, unknown>
  secrets: string[]
  hasTopics: boolean
}

export function useDrivers(): Driver[] | undefined {
  const client = useClient()
  return useQuery({
    queryKey: ['drivers'],
    queryFn: () => client.devices.drivers(),
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.drivers
}
