/** The little of DNS that finding a bridge takes: one question, and the records that answer it (RFC 1035, RFC 6762). */

export type DnsRecord =
  | { kind: 'ptr'; name: string; target: string }
  | { kind: 'srv'; name: string; port: number; target: string }
  | { kind: 'txt'; name: string; values: ReadonlyMap<string, string> }
  | { kind: 'a'; name: string; address: string }

const TYPE_A = 1
const TYPE_PTR = 12
const TYPE_TXT = 16
const TYPE_SRV = 33
const CLASS_IN = 1
/** Asks for an answer to us alone, not to everybody. */
const ANSWER_US = 0x8000
/** A message that says more than this is no bridge's. */
const MOST_RECORDS = 200
const MOST_JUMPS = 20

function encodedName(name: string): Buffer {
  const labels = name.split('.').map((label) => {
    const bytes = Buffer.from(label)
    return Buffer.concat([Buffer.from([bytes.length]), bytes])
  })
  return Buffer.concat([...labels, Buffer.from([0])])
}

export function pointerQuestion(service: string): Buffer {
  const header = Buffer.alloc(12)
  header.writeUInt16BE(1, 4)
  const kind = Buffer.alloc(4)
  kind.writeUInt16BE(TYPE_PTR, 0)
  kind.writeUInt16BE(CLASS_IN | ANSWER_US, 2)
  return Buffer.concat([header, encodedName(service), kind])
}

/** Reads on from a place; every step checks its bounds by Buffer's own RangeError. */
class Reader {
  readonly #bytes: Buffer
  at: number

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes
    this.at = at
  }

  uint16(): number {
    const value = this.#bytes.readUInt16BE(this.at)
    this.at += 2
    return value
  }

  skip(count: number): void {
    this.at += count
  }

  slice(length: number): Buffer {
    if (this.at + length > this.#bytes.length) throw new RangeError('cut short')
    return this.#bytes.subarray(this.at, this.at + length)
  }

  /** Lower case, without a last dot. Names point at earlier ones, and must not do so in circles. */
  name(): string {
    const labels: string[] = []
    let [at, jumps, end] = [this.at, 0, -1]
    for (;;) {
      const length = this.#bytes.readUInt8(at)
      if (length >= 0xc0) {
        if (end < 0) end = at + 2
        if (++jumps > MOST_JUMPS) throw new RangeError('a name in circles')
        at = this.#bytes.readUInt16BE(at) & 0x3fff
      } else if (length === 0) {
        this.at = end < 0 ? at + 1 : end
        return labels.join('.').toLowerCase()
      } else {
        if (labels.length > 40) throw new RangeError('a name too long')
        labels.push(new Reader(this.#bytes, at + 1).slice(length).toString('utf8'))
        at += 1 + length
      }
    }
  }
}

function textValues(data: Buffer): Map<string, string> {
  const values = new Map<string, string>()
  for (let at = 0; at < data.length; at += 1 + data.readUInt8(at)) {
    const [key = '', ...value] = data
      .subarray(at + 1, at + 1 + data.readUInt8(at))
      .toString('utf8')
      .split('=')
    if (key) values.set(key.toLowerCase(), value.join('='))
  }
  return values
}

function record(bytes: Buffer, reader: Reader): DnsRecord | null {
  const name = reader.name()
  const type = reader.uint16()
  reader.skip(6)
  const length = reader.uint16()
  const data = reader.slice(length)
  const inside = new Reader(bytes, reader.at)
  reader.skip(length)
  if (type === TYPE_PTR) return { kind: 'ptr', name, target: inside.name() }
  if (type === TYPE_TXT) return { kind: 'txt', name, values: textValues(data) }
  if (type === TYPE_A && length === 4) return { kind: 'a', name, address: [...data].join('.') }
  if (type !== TYPE_SRV) return null
  inside.skip(4)
  return { kind: 'srv', name, port: inside.uint16(), target: inside.name() }
}

/** What can be read of an answer; empty when it is none. */
export function recordsOf(bytes: Buffer): DnsRecord[] {
  const records: DnsRecord[] = []
  try {
    const isAnswer = (bytes.readUInt16BE(2) & 0x8000) !== 0
    if (!isAnswer) return []
    const questions = bytes.readUInt16BE(4)
    const counts = [6, 8, 10].map((place) => bytes.readUInt16BE(place))
    const total = Math.min(
      MOST_RECORDS,
      counts.reduce((sum, count) => sum + count, 0),
    )
    const reader = new Reader(bytes, 12)
    for (let place = 0; place < Math.min(questions, MOST_RECORDS); place++) {
      reader.name()
      reader.skip(4)
    }
    for (let place = 0; place < total; place++) {
      const one = record(bytes, reader)
      if (one) records.push(one)
    }
  } catch {
    // Cut short or wrong: what came before still holds.
  }
  return records
}
