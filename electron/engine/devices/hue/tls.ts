/** Decides whether the other end is the bridge it says it is, before a single byte of ours is sent. */
import type { X509Certificate } from 'node:crypto'
import { connect, type TLSSocket } from 'node:tls'
import type { Clock } from '../../ports/clock.ts'
import type { CertificateFault, LightsFailure } from '../../ports/lights.ts'
import type { BridgeAddress } from './bridgeAddress.ts'

/** How this bridge was known so far. `new`: not at all; `pin`: signed by itself, and the person has seen the fingerprint. */
export type Trust = { kind: 'new' } | { kind: 'root' } | { kind: 'pin'; sha256: string }

/** What the handshake brought. */
export interface Handshake {
  leaf: X509Certificate
  /** What OpenSSL says of its chain to the given roots; null: nothing to say against it. */
  chainError: string | null
}

/** `sha256` is hex, lower case, without colons. */
export type Verdict =
  | { ok: true; bridgeId: string; by: 'root' | 'pin' }
  | { ok: false; fault: CertificateFault; bridgeId: string | null; sha256: string }

const BRIDGE_ID = /^[0-9a-f]{16}$/
/** A chain of Hue has one authority between at most. */
const LONGEST_CHAIN = 4
const DATE_FAULTS: Readonly<Record<string, CertificateFault>> = {
  CERT_HAS_EXPIRED: 'certificate_expired',
  CERT_NOT_YET_VALID: 'certificate_not_yet_valid',
}

export function isBridgeId(text: string): boolean {
  return BRIDGE_ID.test(text)
}

function commonName({ subject }: X509Certificate): string | null {
  const names = [...subject.matchAll(/^CN=(.*)$/gm)].map((match) => match[1] ?? '')
  return names.length === 1 ? (names[0] ?? null) : null
}

export function sha256Of({ fingerprint256 }: X509Certificate): string {
  return fingerprint256.replaceAll(':', '').toLowerCase()
}

function isSelfSigned(leaf: X509Certificate): boolean {
  return leaf.checkIssued(leaf) && leaf.verify(leaf.publicKey)
}

/** Whether only its dates speak against it: of several faults OpenSSL names the last. */
function isSignedByRoot(leaf: X509Certificate, roots: readonly X509Certificate[]): boolean {
  let current: X509Certificate | undefined = leaf
  for (let step = 0; current && step < LONGEST_CHAIN; step++) {
    const one: X509Certificate = current
    if (roots.some((root) => one.checkIssued(root) && one.verify(root.publicKey))) return true
    const next: X509Certificate | undefined = one.issuerCertificate
    if (!next || next.fingerprint256 === one.fingerprint256) return false
    if (!one.checkIssued(next) || !one.verify(next.publicKey)) return false
    current = next
  }
  return false
}

/**
 * A chain to the maker's roots and the right name; or signed by itself with that name and pinned. Dates count for chains
 * only: what the person has compared does not grow old.
 */
export function judgeCertificate(
  { leaf, chainError }: Handshake,
  roots: readonly X509Certificate[],
  expectedId: string | null,
  trust: Trust,
): Verdict {
  const bridgeId = commonName(leaf)?.toLowerCase() ?? ''
  const sha256 = sha256Of(leaf)
  const refuse = (fault: CertificateFault): Verdict => ({
    ok: false,
    fault,
    bridgeId: isBridgeId(bridgeId) ? bridgeId : null,
    sha256,
  })
  const isByHue = chainError === null || isSignedByRoot(leaf, roots)
  if (!isBridgeId(bridgeId)) return refuse(isByHue ? 'wrong_bridge' : 'not_hue_certificate')
  if (expectedId !== null && bridgeId !== expectedId.toLowerCase()) return refuse('wrong_bridge')
  if (chainError === null) return { ok: true, bridgeId, by: 'root' }
  if (isByHue) return refuse(DATE_FAULTS[chainError] ?? 'not_hue_certificate')
  const selfSigned = isSelfSigned(leaf)
  if (trust.kind === 'pin' && selfSigned && sha256 === trust.sha256) return { ok: true, bridgeId, by: 'pin' }
  if (trust.kind !== 'new') return refuse('certificate_changed')
  return refuse(selfSigned ? 'unknown_certificate' : 'not_hue_certificate')
}

export interface SecureParts {
  address: BridgeAddress
  /** Null when nobody knows it yet. */
  bridgeId: string | null
  trust: Trust
  roots: readonly X509Certificate[]
  clock: Clock
  withinMs: number
}

export type Opened =
  | { ok: true; socket: TLSSocket; bridgeId: string; by: 'root' | 'pin' }
  | { ok: false; failure: LightsFailure; refused: Extract<Verdict, { ok: false }> | null }

/** A TLS line whose other end was judged. Nothing is sent to an end that was not accepted. */
export function openSecure(parts: SecureParts): Promise<Opened> {
  const { address, bridgeId, roots, clock, withinMs } = parts
  return new Promise((resolve) => {
    const socket = connect({
      host: address.host,
      port: address.port,
      servername: bridgeId ?? '',
      ca: roots.map((root) => root.toString()),
      minVersion: 'TLSv1.2',
      // Judged below, by name and pin too, and before the socket is handed on.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
    })
    const cancel = clock.after(withinMs, () => end('timed_out'))
    const end = (failure: LightsFailure, refused: Extract<Verdict, { ok: false }> | null = null): void => {
      cancel()
      socket.destroy()
      resolve({ ok: false, failure, refused })
    }
    // Stays for good: an error after the end has nobody else to go to.
    socket.on('error', () => end('unreachable'))
    socket.once('close', () => end('unreachable'))
    socket.once('secureConnect', () => {
      const leaf = socket.getPeerX509Certificate()
      if (!leaf) {
        end('not_hue_certificate')
        return
      }
      const verdict = judged({ leaf, chainError: chainErrorOf(socket) }, parts)
      if (!verdict?.ok) {
        end(verdict?.fault ?? 'not_hue_certificate', verdict)
        return
      }
      cancel()
      resolve({ ok: true, socket, bridgeId: verdict.bridgeId, by: verdict.by })
    })
  })
}

/** Null: it holds something OpenSSL cannot even read, such as a key of a kind unknown to it. */
function judged(handshake: Handshake, { roots, bridgeId, trust }: SecureParts): Verdict | null {
  try {
    return judgeCertificate(handshake, roots, bridgeId, trust)
  } catch {
    return null
  }
}

/** Node declares an Error and gives its code. */
function chainErrorOf(socket: TLSSocket): string | null {
  if (socket.authorized) return null
  const error: unknown = socket.authorizationError
  if (typeof error === 'string') return error
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
