/** Every row of the table of failures (sensing notes §3) has its plain code. */
import { expect, test } from 'vitest'
import { brokerFailure, isCut, waitsForPerson } from '../../../electron/core/readings/brokerFailure.ts'

test.each([
  [
    '3.1.1, wrong password',
    { code: 5, message: 'Connection refused: Not authorized' },
    'credentials_refused',
  ],
  ['5, wrong password', { code: 135 }, 'credentials_refused'],
  ['unknown authority', { code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'certificate_unknown'],
  ['another name', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'certificate_name_wrong'],
  ['TLS to a plain port', { code: 'ECONNRESET' }, 'tls_mismatch'],
  [
    'no client certificate',
    { code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' },
    'client_certificate_missing',
  ],
  ['nobody there', { code: 'ECONNREFUSED' }, 'nobody_there'],
  ['bad name', { code: 'ENOTFOUND' }, 'name_unknown'],
  ['v5 refused by an old broker', { code: 1 }, 'version_refused'],
  ['no answer', { message: 'connack timeout' }, 'timed_out'],
  ['code lost on the way', { message: 'Connection refused: Not authorized' }, 'credentials_refused'],
  ['something new', { code: 'EWHATEVER', message: '?' }, 'unknown'],
  ['a name of Object', { code: 'constructor' }, 'unknown'],
] as const)('%s', (_name, error, failure) => expect(brokerFailure(error, 'connecting')).toBe(failure))

test('the same error means another thing later', () => {
  expect(brokerFailure({ code: 'ECONNRESET' }, 'connected')).toBe('connection_lost')
  expect(brokerFailure({ code: 135 }, 'asking')).toBe('topic_refused')
  expect(brokerFailure({ code: 142 }, 'connected')).toBe('client_id_taken')
})

test('a line that was cut says nothing of why', () => {
  expect([{}, { code: 'ECONNRESET' }, { message: 'socket hang up' }].map(isCut)).toEqual([true, true, true])
  expect([{ code: 5 }, { code: 'ECONNREFUSED' }, { message: 'connack timeout' }].map(isCut)).toEqual([
    false,
    false,
    false,
  ])
})

test('only what waiting may mend is tried again', () => {
  expect(
    (['nobody_there', 'connection_lost', 'timed_out', 'broker_busy'] as const).filter(waitsForPerson),
  ).toEqual([])
  expect((['credentials_refused', 'tls_mismatch', 'not_allowed'] as const).every(waitsForPerson)).toBe(true)
})
