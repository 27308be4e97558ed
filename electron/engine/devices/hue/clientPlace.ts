/** Where the bridge is asked: at its last address, and after failures where the network says it is now. */
import type { Clock } from '../../ports/clock.ts'
import type { BridgeAddress } from './bridgeAddress.ts'
import type { ClipClient } from './clip.ts'
import { maySearch } from './patience.ts'

export interface ClientPlaceParts {
  clock: Clock
  address: BridgeAddress
  /** A client for this place; whoever takes it closes it. */
  clientAt(address: BridgeAddress): ClipClient
  /** Asks the local network where the bridge is now; null: nobody knows. */
  find(): Promise<BridgeAddress | null>
  moved(address: BridgeAddress): void
}

export class ClientPlace {
  readonly #parts: ClientPlaceParts
  /** Where the bridge last answered. */
  #proven: BridgeAddress
  #client: ClipClient
  #searchedAtMs = Number.NEGATIVE_INFINITY

  constructor(parts: ClientPlaceParts) {
    this.#parts = parts
    this.#proven = parts.address
    this.#client = parts.clientAt(parts.address)
  }

  get client(): ClipClient {
    return this.#client
  }

  /** Null when it is not yet time to search, or nobody knows. */
  async search(failures: number): Promise<BridgeAddress | null> {
    const { clock, find } = this.#parts
    if (!maySearch(failures, this.#searchedAtMs, clock.now())) return null
    this.#searchedAtMs = clock.now()
    return find().catch(() => null)
  }

  searchSoon(): void {
    this.#searchedAtMs = Number.NEGATIVE_INFINITY
  }

  /** An address that was found and did not hold is left again for the one that did. */
  goTo(found: BridgeAddress | null): void {
    const place = found ?? this.#proven
    if (isSame(place, this.#client.address)) return
    this.#client.close()
    this.#client = this.#parts.clientAt(place)
  }

  /** Only once the bridge itself has answered there: anybody can say on the network where it is. */
  prove(): void {
    const { address } = this.#client
    if (isSame(address, this.#proven)) return
    this.#proven = address
    this.#parts.moved(address)
  }
}

function isSame(a: BridgeAddress, b: BridgeAddress): boolean {
  return a.host === b.host && a.port === b.port
}
