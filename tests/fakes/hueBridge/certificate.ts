/** Makes the certificates Hue bridges have been seen with, byte by byte, for Node reads X.509 and cannot write it. */
import {
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto'

export interface CertificateName {
  organisation: string
  common: string
}

export interface Certificate {
  pem: string
  keyPem: string
  name: CertificateName
  privateKey: KeyObject
  /** SHA-256 of the certificate, as lower-case hex. */
  sha256: string
}

export interface CertificateOptions {
  name: CertificateName
  /** Who signs; absent: the certificate signs itself. */
  issuer?: Certificate
  isAuthority?: boolean
  /** Epoch ms. */
  fromMs?: number
  untilMs?: number
}

const YEAR_MS = 365 * 86_400_000

function tlv(tag: number, ...contents: Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content])
  const length =
    content.length < 0x100 ? [0x81, content.length] : [0x82, content.length >> 8, content.length & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

const hex = (text: string) => Buffer.from(text, 'hex')
const sequence = (...parts: Uint8Array[]) => tlv(0x30, ...parts)
const set = (...parts: Uint8Array[]) => tlv(0x31, ...parts)
const oid = (text: string) => tlv(0x06, hex(text))
const utf8 = (text: string) => tlv(0x0c, Buffer.from(text))
const TRUE = hex('0101ff')

/** ecdsa-with-SHA256, 1.2.840.10045.4.3.2 */
const SIGNED_BY = sequence(oid('2a8648ce3d040302'))

function distinguished({ organisation, common }: CertificateName): Buffer {
  const part = (type: string, value: Buffer) => set(sequence(oid(type), value))
  return sequence(
    part('550406', tlv(0x13, Buffer.from('NL'))),
    part('55040a', utf8(organisation)),
    part('550403', utf8(common)),
  )
}

/** UTCTime has two digits of year: from 2050 on it is GeneralizedTime. */
function time(atMs: number): Buffer {
  const digits = new Date(atMs).toISOString().replace(/\D/g, '').slice(0, 14)
  return digits < '2050'
    ? tlv(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : tlv(0x18, Buffer.from(`${digits}Z`))
}

function extension(id: string, critical: boolean, value: Buffer): Buffer {
  return sequence(oid(id), ...(critical ? [TRUE] : []), tlv(0x04, value))
}

/** basicConstraints, and what the key is for: signing certificates, or serving over TLS. No name beside the subject. */
function extensions(isAuthority: boolean): Buffer {
  const all = isAuthority
    ? [extension('551d13', true, sequence(TRUE)), extension('551d0f', true, hex('03020106'))]
    : [extension('551d13', true, sequence()), extension('551d25', false, sequence(oid('2b06010505070301')))]
  return tlv(0xa3, sequence(...all))
}

export function certificate(options: CertificateOptions): Certificate {
  const { name, issuer, isAuthority = false } = options
  const { fromMs = Date.now() - YEAR_MS, untilMs = Date.now() + 10 * YEAR_MS } = options
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const body = sequence(
    tlv(0xa0, hex('020102')),
    tlv(0x02, hex('01'), randomBytes(8)),
    SIGNED_BY,
    distinguished(issuer?.name ?? name),
    sequence(time(fromMs), time(untilMs)),
    distinguished(name),
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
    extensions(isAuthority),
  )
  const signature = sign('sha256', body, issuer?.privateKey ?? privateKey)
  const der = sequence(body, SIGNED_BY, tlv(0x03, hex('00'), signature))
  const read = new X509Certificate(der)
  return {
    pem: read.toString(),
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    name,
    privateKey,
    sha256: read.fingerprint256.replaceAll(':', '').toLowerCase(),
  }
}

export function testRoot(common = 'root-bridge'): Certificate {
  return certificate({ name: { organisation: 'Test Hue', common }, isAuthority: true })
}

/** What a bridge shows: its certificate, and what it sends along. */
export interface Shown {
  leaf: Certificate
  chain: readonly Certificate[]
}

/** As an early bridge: signed by itself, named after the bridge, no other name. */
export function selfSigned(bridgeId: string, options: Partial<CertificateOptions> = {}): Shown {
  const name = { organisation: 'Philips Hue', common: bridgeId }
  return { leaf: certificate({ name, ...options }), chain: [] }
}

/** As most bridges: signed by the root, which is not sent. */
export function chained(
  bridgeId: string,
  root: Certificate,
  options: Partial<CertificateOptions> = {},
): Shown {
  return selfSigned(bridgeId, { issuer: root, ...options })
}

/** As the newest bridges: an authority stands between, and is sent. */
export function chainedThrough(bridgeId: string, root: Certificate): Shown {
  const between = certificate({
    name: { organisation: 'Test Hue', common: 'intermediate' },
    issuer: root,
    isAuthority: true,
  })
  return { leaf: selfSigned(bridgeId, { issuer: between }).leaf, chain: [between] }
}
