/** Reads what pip said when it gave no file, so that a person gets a reason instead of a Python log. */
import type { SourceFailureReason } from './model.ts'

export interface PipFailure {
  reason: SourceFailureReason | 'DISK_FULL'
  hint: string | null
}

const NO_CONNECTION =
  /NewConnectionError|ConnectTimeout|NameResolutionError|name resolution|getaddrinfo failed|Connection refused|Network is unreachable|Max retries exceeded|connection broken by|Read timed out|ReadTimeoutError|ProtocolError|RemoteDisconnected/i
const CERTIFICATE = /SSLError|CERTIFICATE_VERIFY_FAILED/i
const PROXY = /ProxyError|Cannot connect to proxy/i

/** One line of pip's own error without addresses, paths or anything that looks like a login. */
function safeHint(output: string): string | null {
  const line = output
    .split('\n')
    .map((text) => text.trim())
    .findLast((text) => /^ERROR:/i.test(text))
  if (!line) return null
  const plain = line
    .replace(/^ERROR:\s*/i, '')
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '…')
    .replace(/(?:[A-Za-z]:)?[\\/][^\s'"]+/g, '…')
    .replace(/~\S+/g, '…')
    .replace(/\S+@\S+/g, '…')
  return plain.length > 120 ? `${plain.slice(0, 119)}…` : plain
}

/** Why `pip download` failed, from its output and exit code. Tried with pip 23–25; unknown words stay INTERNAL. */
export function pipFailure(output: string, exitCode: number | null): PipFailure {
  if (/No space left on device|Errno 28|not enough space on the disk/i.test(output)) {
    return { reason: 'DISK_FULL', hint: null }
  }
  if (/DO NOT MATCH THE HASHES/i.test(output)) return { reason: 'HASH_MISMATCH', hint: null }
  if (/IncompleteRead|incomplete-download|Download failed because not enough bytes/i.test(output)) {
    return { reason: 'CUT', hint: null }
  }
  const status =
    /\b(?:HTTP error |status code[: ]+)?(40[0-9]|41[0-9]|42[0-9]|5\d\d) (?:Client|Server) Error/i.exec(
      output,
    )?.[1]
  if (status === '404') return { reason: 'PACKAGE_MISSING', hint: 'status 404' }
  if (status) return { reason: 'REFUSED', hint: `status ${status}` }
  // An index that could not be reached also ends in "No matching distribution": what counts is whether it listed versions.
  const listed = /from versions: (?!none)[^)]+\)/i.test(output)
  if (!listed) {
    if (CERTIFICATE.test(output)) return { reason: 'OFFLINE', hint: 'certificate not trusted' }
    if (PROXY.test(output)) return { reason: 'OFFLINE', hint: 'proxy not reached' }
    if (NO_CONNECTION.test(output)) return { reason: 'OFFLINE', hint: null }
  }
  if (/No matching distribution found/i.test(output)) return { reason: 'PACKAGE_MISSING', hint: null }
  return { reason: 'INTERNAL', hint: safeHint(output) ?? (exitCode === null ? null : `pip exit ${exitCode}`) }
}
