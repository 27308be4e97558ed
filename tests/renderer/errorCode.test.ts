/** What the page calls an error: only by codes it has words for. */
import { ORPCError } from '@orpc/client'
import { expect, it } from 'vitest'
import { errorCodes } from '../../electron/contract/errorCodes.ts'
import { EngineAway } from '../../renderer/engine.ts'
import { errorCode } from '../../renderer/watch.ts'

it('a code of the contract stays what it is', () => {
  for (const code of errorCodes) expect(errorCode(new ORPCError(code))).toBe(code)
})

it('a code nobody has words for is one of Lull itself', () => {
  for (const code of ['BAD_REQUEST', 'INTERNAL_SERVER_ERROR', 'toString', '']) {
    expect(errorCode(new ORPCError(code))).toBe('INTERNAL')
  }
  expect(errorCode(new TypeError('no'))).toBe('INTERNAL')
  expect(errorCode(undefined)).toBe('INTERNAL')
})

it('an engine that is gone, or was cut off, is away', () => {
  expect(errorCode(new EngineAway())).toBe('AWAY')
  expect(errorCode(new DOMException('cut', 'AbortError'))).toBe('AWAY')
})
