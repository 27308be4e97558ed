/** Where a bridge is asked: at its last address, and after failures where the network says it is now. */
import type { Clock } from '../../ports/clock.ts'
import { maySearch } from './patience.ts'
import type { BridgeAddress } from './typedAddress.ts'

export interface ClientPlaceParts<Place extends BridgeAddress, Client extends { close(): void }> {
  clock: Clock
  place: Place
  /** A client for this place; whoever takes it closes it. */
  clientAt(place: Place): Client
  /** Asks the local network where the bridge is now; null: nobody knows. */
  find(): Promise<Place | null>
  moved(place: Place): void
}

export class ClientPlace<Place extends BridgeAddress, Client extends { close(): void }> {
  readonly #parts: ClientPlaceParts<Place, Client>
  /** Where the bridge last answered. */
  #proven: Place
  #place: Place
  #client: Client
  #searchedAtMs = Number.NEGATIVE_INFINITY

  constructor(parts: ClientPlaceParts<Place, Client>) {
    this.#parts = parts
    this.#proven = parts.place
    this.#place = parts.place
    this.#client = parts.clientAt(parts.place)
  }

  get client(): Client {
    return this.#client
  }

  /** Null when it is not yet time to search, or nobody knows. */
  async search(failures: number): Promise<Place | null> {
    const { clock, find } = this.#parts
    if (!maySearch(failures, this.#searchedAtMs, clock.now())) return null
    this.#searchedAtMs = clock.now()
    return find().catch(() => null)
  }

  searchSoon(): void {
    this.#searchedAtMs = Number.NEGATIVE_INFINITY
  }

  /** An address that was found and did not hold is left again for the one that did. */
  goTo(found: Place | null): void {
    const place = found ?? this.#proven
    if (isSame(place, this.#place)) return
    this.#client.close()
    this.#place = place
    this.#client = this.#parts.clientAt(place)
  }

  /** Only once the bridge itself has answered there: anybody can say on the network where it is. */
  prove(): void {
    if (isSame(this.#place, this.#proven)) return
    this.#proven = this.#place
    this.#parts.moved(this.#place)
  }

  close(): void {
    this.#client.close()
  }
}

function isSame(a: BridgeAddress, b: BridgeAddress): boolean {
  return a.host === b.host && a.port === b.port
}
