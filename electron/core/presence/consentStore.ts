/** Whether a program uses the camera or microphone on Windows, from the list Windows keeps for its own privacy page. */

/** One program's entry: when it last began and ended, as 100 ns since 1601; zero at the end means it has not ended. */
interface Use {
  start: bigint | null
  stop: bigint | null
}

const VALUE = /^\s+(LastUsedTimeStart|LastUsedTimeStop)\s+REG_QWORD\s+(0x[0-9a-f]{1,16})\s*$/i

function usesIn(output: string): Use[] {
  const uses: Use[] = []
  for (const line of output.split(/\r?\n/)) {
    // A line that is not indented names the next program; the name is not kept.
    if (/^HKEY_/i.test(line)) uses.push({ start: null, stop: null })
    const found = VALUE.exec(line)
    const last = uses.at(-1)
    if (!found?.[1] || !found[2] || !last) continue
    if (found[1].toLowerCase() === 'lastusedtimestart') last.start = BigInt(found[2])
    else last.stop = BigInt(found[2])
  }
  return uses
}

/**
 * From `reg query …\ConsentStore\webcam /s`, packaged programs and `NonPackaged` alike. Null when the text is no such
 * list.
 */
export function consentStoreUse(output: string): boolean | null {
  if (!/^HKEY_CURRENT_USER\\.*\\ConsentStore\\/im.test(output)) return null
  return usesIn(output).some((use) => use.stop === 0n && use.start !== 0n && use.start !== null)
}
