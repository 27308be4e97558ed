/** A program and its arguments as fields, and back into the list that is run without a shell. */

export type OwnCommand = string[] | null

export interface CommandFields {
  program: string
  args: string[]
}

/** As in the contract (`ownCommand`); the program counts as one part. */
export const MOST_ARGUMENTS = 31
export const LONGEST_PART = 1000

export function commandFields(command: OwnCommand): CommandFields {
  const [program = '', ...args] = command ?? []
  return { program, args }
}

/** Empty argument fields are left out; null while there is no program. */
export function commandOf({ program, args }: CommandFields): string[] | null {
  const name = program.trim()
  if (name === '') return null
  return [name, ...args.filter((arg) => arg !== '')].slice(0, 1 + MOST_ARGUMENTS)
}

/** A bare name with a space in it is most likely a whole line that was pasted; a path may well hold one. */
export function looksLikeALine(program: string): boolean {
  return /\S\s+\S/.test(program) && !/[\\/]/.test(program.trim().split(/\s/)[0] ?? '')
}

/** Such a line taken apart at its spaces, with quotes kept together. */
export function splitLine(line: string): CommandFields {
  const parts = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  )
  return commandFields(parts.filter((part) => part !== '').slice(0, 1 + MOST_ARGUMENTS))
}
