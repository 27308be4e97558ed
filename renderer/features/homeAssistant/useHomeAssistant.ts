/** How the telling stands, and every message there would be. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { HomeAssistantSettings, HomeAssistantState } from '../../../electron/contract/homeAssistant.ts'
import { useClient, useWatch, type Watch } from '../../watch.ts'

const stateWatch: Watch<HomeAssistantState, HomeAssistantState> = {
  key: ['homeAssistant'],
  open: (client, signal) => client.homeAssistant.watch(undefined, { signal }),
  reduce: (_, state) => state,
}

/** Undefined until the engine has answered for the first time. */
export const useHomeAssistant = (): HomeAssistantState | undefined => useWatch(stateWatch)

/** Looked at again while it is open, for the states in it are those of now. */
const LOOK_AGAIN_MS = 10_000

export function useMessages(settings: HomeAssistantSettings) {
  const client = useClient()
  // As it would be once it is on.
  const told = { ...settings, on: true }
  return useQuery({
    queryKey: ['homeAssistantPreview', told],
    queryFn: () => client.homeAssistant.preview(told),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN_MS,
    gcTime: 0,
  })
}
