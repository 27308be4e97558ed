/** Reads fields of unknown data one by one and collects what is wrong with them, each with its place. */
import type { Problem } from './exercise.ts'

/** Problems told of one file; the rest follows from them. */
const MOST_PROBLEMS = 20

export class Fields {
  readonly #data: Readonly<Record<string, unknown>>
  readonly #at: string
  readonly #problems: Problem[]

  constructor(data: unknown, at: string, problems: Problem[]) {
    this.#at = at
    this.#problems = problems
    const isObject = typeof data === 'object' && data !== null && !Array.isArray(data)
    this.#data = isObject ? (data as Record<string, unknown>) : {}
    if (!isObject) this.#tell('', 'is not an object')
  }

  #place(name: string): string {
    if (name === '') return this.#at === '' ? 'exercise.json' : this.#at
    return this.#at === '' ? name : `${this.#at}.${name}`
  }

  #tell(name: string, what: string): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ at: this.#place(name), what })
  }

  /** A typing error in an optional field must not go unseen. */
  only(names: readonly string[]): void {
    for (const name of Object.keys(this.#data))
      if (!names.includes(name)) this.#tell(name, 'is not known here')
  }

  text(name: string, most: number): string {
    const value = this.#data[name]
    if (typeof value !== 'string' || value.trim() === '') this.#tell(name, 'is not a text')
    else if (value.length > most) this.#tell(name, `is longer than ${most} characters`)
    else return value
    return ''
  }

  /** An id as it stands in files and keys. */
  id(name: string): string {
    const value = this.text(name, 40)
    if (value !== '' && !/^[a-z][a-zA-Z0-9-]*$/.test(value))
      this.#tell(name, 'is not an id of letters and digits')
    return value
  }

  number(name: string, least: number, most: number): number {
    const value = this.#data[name]
    if (typeof value !== 'number' || !Number.isFinite(value)) this.#tell(name, 'is not a number')
    else if (value < least) this.#tell(name, `is less than ${least}`)
    else if (value > most) this.#tell(name, `is more than ${most}`)
    else return value
    return least
  }

  flag(name: string): boolean {
    const value = this.#data[name]
    if (typeof value !== 'boolean') this.#tell(name, 'is neither true nor false')
    return value === true
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | null {
    const value = values.find((one) => one === this.#data[name])
    if (value === undefined) this.#tell(name, `is none of ${values.join(', ')}`)
    return value ?? null
  }

  isNull(name: string): boolean {
    return this.#data[name] === null
  }

  /** Reads each item with its own place; a list that is too long is not read. */
  list<Value>(
    name: string,
    least: number,
    most: number,
    read: (item: unknown, at: string) => Value,
  ): Value[] {
    const value = this.#data[name]
    if (!Array.isArray(value)) this.#tell(name, 'is not a list')
    else if (value.length < least) this.#tell(name, `has fewer than ${least} items`)
    else if (value.length > most) this.#tell(name, `has more than ${most} items`)
    else return value.map((item, place) => read(item, `${this.#place(name)}[${place}]`))
    return []
  }

  listOf<Value extends string>(name: string, values: readonly Value[], least: number): Value[] {
    const read = (item: unknown, at: string) => {
      const value = values.find((one) => one === item)
      if (value === undefined) this.#problems.push({ at, what: `is none of ${values.join(', ')}` })
      return value
    }
    const found = this.list(name, least, values.length, read).filter((one) => one !== undefined)
    if (new Set(found).size !== found.length) this.#tell(name, 'names something twice')
    return found
  }

  inner(name: string): Fields {
    return new Fields(this.#data[name], this.#place(name), this.#problems)
  }
}
