/** What a person may see of their own use, as it is now. */
import type { BalanceView } from '../../../electron/contract/balance.ts'
import { useWatch, type Watch } from '../../watch.ts'

const balanceWatch: Watch<BalanceView, BalanceView> = {
  key: ['balance'],
  open: (client, signal) => client.balance.watch(undefined, { signal }),
  reduce: (_, view) => view,
}

/** Undefined until the engine has answered for the first time. */
export const useBalance = (): BalanceView | undefined => useWatch(balanceWatch)
