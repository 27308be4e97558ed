/** Runs a program the person chose, with its arguments and without a shell. */

export interface OwnCommandResult {
  outcome: 'done' | 'failed' | 'missing' | 'not_allowed' | 'timed_out' | 'too_much'
  exitCode: number | null
  /** Beginning of what it printed on both streams, at most 2,000 characters, control characters left out. */
  output: string
  outputCut: boolean
}

/**
 * Never rejects. Ends the program, and what it started where the system allows, after ten seconds or a megabyte of output.
 * @param environment added to what the program is given, such as `LULL_EVENT`.
 */
export type RunOwnCommand = (
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
) => Promise<OwnCommandResult>
