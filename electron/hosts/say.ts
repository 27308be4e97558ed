/** Plain sentences of the command line: to stderr, so that stdout stays for links and JSON. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
