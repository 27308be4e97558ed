/** Where a bridge is, as a person types it and as a connection uses it. */
import { type BridgeAddress, typedAddress } from '../lampLink/typedAddress.ts'

export { type BridgeAddress, peerOf } from '../lampLink/typedAddress.ts'

export const HUE_PORT = 443

/** Null when it is none. */
export function bridgeAddress(typed: string): BridgeAddress | null {
  const address = typedAddress(typed)
  return address && { host: address.host, port: address.port ?? HUE_PORT }
}
