/** Why a broker could not be reached or refused, as one of a few codes a person can be told in plain words. */

export type BrokerFailure =
  | 'credentials_refused'
  | 'not_allowed'
  | 'certificate_unknown'
  | 'certificate_name_wrong'
  | 'certificate_expired'
  | 'client_certificate_missing'
  | 'tls_mismatch'
  | 'nobody_there'
  | 'name_unknown'
  | 'unreachable'
  | 'timed_out'
  | 'version_refused'
  | 'client_id_refused'
  | 'client_id_taken'
  | 'broker_busy'
  | 'topic_refused'
  | 'connection_lost'
  | 'unknown'

/** What is known of a failure; both fields as the MQTT library and Node give them. */
export interface BrokerError {
  code?: string | number
  message?: string
}

/** Reason codes: 1–5 are MQTT 3.1.1, from 128 on MQTT 5 (sensing notes §3 for 5 and 135). */
const BY_NUMBER: Record<number, BrokerFailure> = {
  1: 'version_refused',
  2: 'client_id_refused',
  3: 'broker_busy',
  4: 'credentials_refused',
  5: 'credentials_refused',
  132: 'version_refused',
  133: 'client_id_refused',
  134: 'credentials_refused',
  135: 'credentials_refused',
  136: 'broker_busy',
  137: 'broker_busy',
  138: 'not_allowed',
  140: 'credentials_refused',
  142: 'client_id_taken',
  143: 'topic_refused',
  144: 'topic_refused',
}

const BY_NAME: Record<string, BrokerFailure> = {
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate_unknown',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate_unknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate_unknown',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate_unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate_unknown',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate_name_wrong',
  CERT_HAS_EXPIRED: 'certificate_expired',
  CERT_NOT_YET_VALID: 'certificate_expired',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'client_certificate_missing',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'client_certificate_missing',
  ERR_SSL_WRONG_VERSION_NUMBER: 'tls_mismatch',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls_mismatch',
  EPROTO: 'tls_mismatch',
  ECONNREFUSED: 'nobody_there',
  ENOTFOUND: 'name_unknown',
  EAI_AGAIN: 'name_unknown',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ETIMEDOUT: 'timed_out',
}

/** A connection cut before the broker ever answered is TLS spoken to a plain port, or the other way round. */
const CUT = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_DESTROYED'])

/** Failures that trying again cannot mend, and that a broker may punish: the person has to look first. */
const FOR_THE_PERSON = new Set<BrokerFailure>([
  'credentials_refused',
  'not_allowed',
  'client_certificate_missing',
  'client_id_refused',
  'tls_mismatch',
  'version_refused',
])

export function waitsForPerson(failure: BrokerFailure): boolean {
  return FOR_THE_PERSON.has(failure)
}

/** Whether the line was simply cut, which may mean anything; an error without code and message is a line closed. */
export function isCut({ code, message = '' }: BrokerError): boolean {
  if (code === undefined && message === '') return true
  return (typeof code === 'string' && CUT.has(code)) || /ECONNRESET|socket hang up/.test(message)
}

function byMessage(message: string): BrokerFailure {
  if (/not authori[sz]ed|bad user ?name or password/i.test(message)) return 'credentials_refused'
  if (/connack timeout|timed? ?out/i.test(message)) return 'timed_out'
  return 'unknown'
}

/**
 * The plain code of a failure.
 * @param phase `connecting` until the broker has accepted the client, then `connected`; `asking` while a subscription or
 *   a publication is being answered.
 */
export function brokerFailure(
  error: BrokerError,
  phase: 'connecting' | 'connected' | 'asking',
): BrokerFailure {
  const { code, message = '' } = error
  if (typeof code === 'number') {
    if (phase === 'asking' && code >= 128) return 'topic_refused'
    return BY_NUMBER[code] ?? byMessage(message)
  }
  if (code !== undefined && Object.hasOwn(BY_NAME, code)) return BY_NAME[code] ?? 'unknown'
  if (isCut(error)) return phase === 'connecting' ? 'tls_mismatch' : 'connection_lost'
  return byMessage(message)
}
