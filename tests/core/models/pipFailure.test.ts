/** What pip says when it gives no file, as recorded from pip 23 to 25. */
import { describe, expect, it } from 'vitest'
import { pipFailure } from '../../../electron/core/models/pipFailure.ts'

const refusedLine =
  "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('<HTTPConnection object>: Failed to establish a new connection: [Errno 111] Connection refused')': /simple/x/"

describe('pipFailure', () => {
  it.each([
    [
      'a version the index does not have',
      'ERROR: Could not find a version that satisfies the requirement x==9 (from versions: 0.1, 0.2)\nERROR: No matching distribution found for x==9',
      'PACKAGE_MISSING',
    ],
    [
      'an index without the package',
      'ERROR: Could not find a version that satisfies the requirement x==9 (from versions: none)\nERROR: No matching distribution found for x==9',
      'PACKAGE_MISSING',
    ],
    [
      'no connection, which also ends in "no matching distribution"',
      `${refusedLine}\nERROR: Could not find a version that satisfies the requirement x==9 (from versions: none)\nERROR: No matching distribution found for x==9`,
      'OFFLINE',
    ],
    [
      'one index out of two unreachable, the other without the version',
      `${refusedLine}\nERROR: Could not find a version that satisfies the requirement x==9 (from versions: 0.1)\nERROR: No matching distribution found for x==9`,
      'PACKAGE_MISSING',
    ],
    ['a certificate', 'SSLError(SSLCertVerificationError(1, CERTIFICATE_VERIFY_FAILED))', 'OFFLINE'],
    [
      'a login that is missing',
      'ERROR: HTTP error 401 Client Error: Unauthorized for url: https://u:p@h/',
      'REFUSED',
    ],
    [
      'a wheel that was taken down',
      '404 Client Error: Not Found for url: https://h/x.whl',
      'PACKAGE_MISSING',
    ],
    [
      'a full disk',
      'ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device',
      'DISK_FULL',
    ],
    ['a broken line', 'pip._vendor.urllib3.exceptions.IncompleteRead: IncompleteRead(5 bytes read)', 'CUT'],
    [
      'a checksum of the index',
      'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.',
      'HASH_MISMATCH',
    ],
    ['anything else', 'Traceback: who knows', 'INTERNAL'],
  ])('reads %s', (_what, output, reason) => {
    expect(pipFailure(output, 1).reason).toBe(reason)
  })

  it('hints without addresses, logins or paths', () => {
    const output = 'ERROR: Cannot write /home/ada/.cache/pip/x for https://ada:secret@mirror.example/simple'
    const { hint } = pipFailure(output, 2)
    expect(hint).toContain('Cannot write')
    expect(hint).not.toMatch(/ada|secret|mirror|home/)
    expect(pipFailure(`ERROR: ${'x'.repeat(500)}`, 1).hint?.length).toBeLessThanOrEqual(120)
  })

  it('falls back to the exit code', () => {
    expect(pipFailure('', 3)).toEqual({ reason: 'INTERNAL', hint: 'pip exit 3' })
  })
})
