/** What is kept, asked anew whenever somebody looks. */
import { useQuery } from '@tanstack/react-query'
import { useClient } from '../../watch.ts'
import type { Inventory } from './dataGroups.ts'

export const inventoryKey = ['inventory']

export function useInventory(): Inventory | undefined {
  const client = useClient()
  return useQuery({
    queryKey: inventoryKey,
    queryFn: () => client.privacy.inventory(),
    staleTime: 0,
    refetchOnMount: 'always',
  }).data
}
