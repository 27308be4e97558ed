/** Finds bridges: on the local network by multicast DNS, and over the internet only when somebody asks for just that. */
import { createSocket } from 'node:dgram'
import { get } from 'node:https'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { z } from 'zod'
import type { Clock } from '../../ports/clock.ts'
import type { Findings, FoundLights } from '../../ports/lights.ts'
import { HUE_PORT } from './bridgeAddress.ts'
import { type DnsRecord, pointerQuestion, recordsOf } from './dnsMessage.ts'
import { isBridgeId } from './tls.ts'

const SERVICE = '_hue._tcp.local'
const MULTICAST = { address: '224.0.0.251', port: 5353 }
/** Asked twice, for a packet gets lost now and then. */
const ASK_AT_MS = [0, 1000]
const LISTEN_MS = 3000
const MOST_FOUND = 50
/** Some two hundred devices; whoever says more is no bridge. */
const MOST_RECORDS = 1000

export interface DiscoveryParts {
  clock: Clock
  /** Where the question goes; tests have their own. */
  multicast?: { address: string; port: number }
  /** Own addresses to ask from; absent: one for each network this machine is in. */
  interfaces?: readonly string[]
  /** Ends early once this one is found. */
  until?: (found: FoundLights) => boolean
}

/**
 * Addresses that lead nowhere but into this network (RFC 1918, RFC 3927): anybody may answer, and no answer makes us talk
 * to a machine on the internet, or to our own.
 */
function isOfHome(host: string): boolean {
  return /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host)
}

/** Bridges in what was heard so far: only those that say their id, for an address alone is no bridge. */
export function bridgesIn(
  records: readonly DnsRecord[],
  fallbackHosts: ReadonlyMap<string, string>,
): FoundLights[] {
  const found = new Map<string, FoundLights>()
  for (const { name, kind, ...rest } of records) {
    if (kind !== 'txt' || !name.endsWith(SERVICE) || !('values' in rest)) continue
    const bridgeId = rest.values.get('bridgeid')?.toLowerCase() ?? ''
    if (!isBridgeId(bridgeId) || found.size >= MOST_FOUND) continue
    const srv = records.find((one) => one.kind === 'srv' && one.name === name)
    const target = srv?.kind === 'srv' ? srv : null
    const a = records.find((one) => one.kind === 'a' && one.name === target?.target)
    const from = fallbackHosts.get(name)
    const host = a?.kind === 'a' ? a.address : from
    if (host === undefined || !(host === from || isOfHome(host))) continue
    found.set(bridgeId, {
      bridgeId,
      host,
      port: target?.port ?? HUE_PORT,
      model: rest.values.get('modelid')?.slice(0, 40) ?? null,
    })
  }
  return [...found.values()]
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address),
  )
}

interface Asking {
  end(): void
}

/** The question leaves by one network; answers come back to this socket alone. */
function askFrom(
  own: string,
  parts: DiscoveryParts,
  heard: (records: DnsRecord[], from: string) => void,
): Promise<Asking | null> {
  const { address, port } = parts.multicast ?? MULTICAST
  return new Promise((resolve) => {
    const socket = createSocket({ type: 'udp4', reuseAddr: false })
    const cancels: (() => void)[] = []
    let isOver = false
    const end = (): void => {
      for (const cancel of cancels) cancel()
      if (!isOver) socket.close()
      isOver = true
    }
    socket.on('error', () => {
      end()
      resolve(null)
    })
    socket.on('message', (message, { address: from }) => heard(recordsOf(message), from))
    socket.bind(0, own, () => {
      try {
        if (address === MULTICAST.address) socket.setMulticastInterface(own)
      } catch {
        // A network that just went away: the question then finds nobody.
      }
      for (const atMs of ASK_AT_MS) {
        const ask = () => socket.send(pointerQuestion(SERVICE), port, address, () => {})
        cancels.push(parts.clock.after(atMs, ask))
      }
      resolve({ end })
    })
  })
}

export async function discoverBridges(parts: DiscoveryParts): Promise<Findings> {
  const records: DnsRecord[] = []
  const senders = new Map<string, string>()
  const enough = Promise.withResolvers<void>()
  const heard = (news: DnsRecord[], from: string): void => {
    if (records.length > MOST_RECORDS) return
    records.push(...news)
    for (const { name } of news) senders.set(name, from)
    if (parts.until && bridgesIn(records, senders).some(parts.until)) enough.resolve()
  }
  const own = parts.interfaces ?? ownAddresses()
  const asked = await Promise.all(own.map((address) => askFrom(address, parts, heard)))
  const open = asked.filter((one) => one !== null)
  const cancel = parts.clock.after(LISTEN_MS, () => enough.resolve())
  if (open.length > 0) await enough.promise
  cancel()
  for (const { end } of open) end()
  return { found: bridgesIn(records, senders), outcome: open.length > 0 ? 'answered' : 'unreachable' }
}

const LOOK_UP = 'https://discovery.meethue.com/'
const LOOK_UP_WITHIN_MS = 5000
const MOST_BYTES = 64 * 1024
const listed = z.array(
  z.object({
    id: z.string().max(100),
    internalipaddress: z.string().max(100),
    port: z.number().int().min(1).max(65_535).default(HUE_PORT),
  }),
)

/** The maker's server tells which bridges share this network's public address. It learns that address: ask the person first. */
export async function lookUpBridges({
  clock,
  url = LOOK_UP,
  ca,
}: {
  clock: Clock
  url?: string
  ca?: string
}): Promise<Findings> {
  const abort = new AbortController()
  const cancel = clock.after(LOOK_UP_WITHIN_MS, () => abort.abort())
  try {
    const { status, text } = await page(url, abort.signal, ca)
    if (status === 429) return { found: [], outcome: 'too_often' }
    return status === 200 ? findingsOf(text) : { found: [], outcome: 'bad_answer' }
  } catch {
    return { found: [], outcome: 'unreachable' }
  } finally {
    cancel()
  }
}

function findingsOf(text: string): Findings {
  try {
    const bridges = listed.parse(JSON.parse(text))
    const found = bridges
      .map(({ id, internalipaddress: host, port }) => ({
        bridgeId: id.toLowerCase(),
        host,
        port,
        model: null,
      }))
      .filter(({ bridgeId, host }) => isBridgeId(bridgeId) && isIP(host) !== 0)
    return { found: found.slice(0, MOST_FOUND), outcome: 'answered' }
  } catch {
    return { found: [], outcome: 'bad_answer' }
  }
}

function page(url: string, signal: AbortSignal, ca?: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { signal, ...(ca === undefined ? {} : { ca }) }, (response) => {
      const pieces: Buffer[] = []
      let bytes = 0
      response.on('data', (piece: Buffer) => {
        bytes += piece.length
        pieces.push(piece)
        if (bytes <= MOST_BYTES) return
        asked.destroy()
        resolve({ status: 0, text: '' })
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() }),
      )
    })
    asked.on('error', reject)
  })
}
