/** The lines of a country, and the countries there are: from reviewed data, the same for every window. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useClient } from '../../watch.ts'
import { useChangeSettings, useSettings } from '../settings/useSettings.ts'

export function useCountries() {
  const client = useClient()
  const chosen = useSettings()?.country ?? null
  return useQuery({ queryKey: ['countries', chosen], queryFn: () => client.safety.countries() }).data
}

/** Lines of one country; of the current one with null. Undefined while they are fetched. */
export function useCountryHelp(country: string | null, isNeeded = true) {
  const client = useClient()
  const chosen = useSettings()?.country ?? null
  return useQuery({
    queryKey: ['helplines', country ?? ['current', chosen]],
    queryFn: () => client.safety.helplines(country ? { country } : {}),
    enabled: isNeeded,
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}

export function useChooseCountry(): (country: string | null) => void {
  const change = useChangeSettings()
  const cache = useQueryClient()
  return useCallback(
    (country) => {
      void change({ country }).then((settings) => cache.setQueryData(['settings'], settings))
    },
    [change, cache],
  )
}
