/** Why a broker brings no lamps, in the words that all sources of lamps share. */
import type { BrokerFailure } from '../../../../core/readings/brokerFailure.ts'
import type { LightsFailure } from '../../../ports/lights.ts'

const BY_FAILURE: Readonly<Record<BrokerFailure | 'storm', LightsFailure>> = {
  credentials_refused: 'broker_refused',
  not_allowed: 'broker_refused',
  client_certificate_missing: 'broker_refused',
  client_id_refused: 'broker_refused',
  client_id_taken: 'broker_refused',
  topic_refused: 'broker_refused',
  storm: 'broker_refused',
  certificate_unknown: 'unknown_certificate',
  certificate_name_wrong: 'unknown_certificate',
  certificate_expired: 'certificate_expired',
  tls_mismatch: 'bad_answer',
  version_refused: 'bad_answer',
  nobody_there: 'unreachable',
  name_unknown: 'unreachable',
  unreachable: 'unreachable',
  connection_lost: 'unreachable',
  unknown: 'unreachable',
  timed_out: 'timed_out',
  broker_busy: 'busy',
}

export function lightsFailure(failure: BrokerFailure | 'storm'): LightsFailure {
  return BY_FAILURE[failure]
}
