/** Reads heads as they are shipped: JSON with base64 in it, and nothing taken on trust. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const sextets = new Int16Array(128).fill(-1)
for (let at = 0; at < alphabet.length; at++) sextets[alphabet.charCodeAt(at)] = at

/** A head that does not fit; `message` names the head, the field and what was expected. */
export class HeadError extends Error {}

/** Looks into one head; every reader throws HeadError. */
export class HeadFields {
  readonly #name: string
  readonly #fields: Record<string, unknown>

  /** @param name as it shall stand in errors, such as `ngrams`. */
  constructor(name: string, json: unknown) {
    this.#name = name
    if (typeof json !== 'object' || json === null || Array.isArray(json)) throw this.#error('', 'an object')
    this.#fields = json as Record<string, unknown>
  }

  #error(field: string, expected: string): HeadError {
    const place = field === '' ? this.#name : `${this.#name}.${field}`
    return new HeadError(
      `The head of a learned layer is broken: ${place} is not ${expected}. Run the training script.`,
    )
  }

  inside(field: string): HeadFields {
    return new HeadFields(`${this.#name}.${field}`, this.#fields[field])
  }

  /** A finite number between `least` and `most`, both included. */
  number(field: string, least: number, most: number): number {
    const value = this.#fields[field]
    if (typeof value === 'number' && value >= least && value <= most) return value
    throw this.#error(field, `a number from ${least} to ${most}`)
  }

  whole(field: string, least: number, most: number): number {
    const value = this.number(field, least, most)
    if (Number.isInteger(value)) return value
    throw this.#error(field, 'a whole number')
  }

  exactly<Value extends string | number>(field: string, value: Value): Value {
    if (this.#fields[field] === value) return value
    throw this.#error(field, JSON.stringify(value))
  }

  text(field: string, pattern: RegExp): string {
    const value = this.#fields[field]
    if (typeof value === 'string' && pattern.test(value)) return value
    throw this.#error(field, `text like ${pattern.source}`)
  }

  /** The names of the fields, out of `known`, at least one. */
  names<Name extends string>(known: readonly Name[]): Name[] {
    const names = Object.keys(this.#fields)
    const isFine = names.length > 0 && names.every((one) => (known as readonly string[]).includes(one))
    if (isFine) return names as Name[]
    throw this.#error('', `made of ${known.join(', ')}`)
  }

  /** Signed bytes from base64, as many as expected. */
  signedBytes(field: string, count: number): Int8Array {
    const bytes = this.#bytes(field, count)
    return new Int8Array(bytes.buffer, 0, count)
  }

  /** 32-bit floats from base64, little endian, as many as expected, all finite. */
  floats(field: string, count: number): Float32Array {
    const bytes = this.#bytes(field, count * 4)
    const view = new DataView(bytes.buffer)
    const floats = Float32Array.from({ length: count }, (_, at) => view.getFloat32(at * 4, true))
    if (floats.every((one) => Number.isFinite(one))) return floats
    throw this.#error(field, 'base64 of finite numbers')
  }

  #bytes(field: string, count: number): Uint8Array<ArrayBuffer> {
    const value = this.#fields[field]
    const bytes = typeof value === 'string' ? fromBase64(value) : null
    if (bytes?.length === count) return bytes
    throw this.#error(field, `base64 of ${count} bytes`)
  }
}

/** Null for text that is not whole base64 with its padding. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  const end = text.length - padding
  let held = 0
  let heldBits = 0
  let into = 0
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at)
    const sextet = code < 128 ? (sextets[code] as number) : -1
    if (sextet < 0) return null
    held = ((held << 6) | sextet) & 0xffff
    heldBits += 6
    if (heldBits < 8) continue
    heldBits -= 8
    bytes[into++] = (held >> heldBits) & 0xff
  }
  return bytes
}
