/** How a bridge answers when somebody asks the network for Hue: pointer, place, words and address in one packet. */

export interface Advertised {
  bridgeId: string
  host: string
  port: number
  model: string
}

function name(text: string): Buffer {
  const labels = text
    .split('.')
    .map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]))
  return Buffer.concat([...labels, Buffer.from([0])])
}

function record(owner: Buffer, type: number, data: Buffer): Buffer {
  const fixed = Buffer.alloc(10)
  fixed.writeUInt16BE(type, 0)
  fixed.writeUInt16BE(0x8001, 2)
  fixed.writeUInt32BE(120, 4)
  fixed.writeUInt16BE(data.length, 8)
  return Buffer.concat([owner, fixed, data])
}

/** The service's name stands once, at byte 12; everything else points at it. */
const SERVICE = Buffer.from([0xc0, 12])

export function mdnsAnswer({ bridgeId, host, port, model }: Advertised): Buffer {
  const header = Buffer.from([0, 0, 0x84, 0, 0, 0, 0, 1, 0, 0, 0, 3])
  const label = `Hue Bridge - ${bridgeId.slice(-6)}`
  const instance = Buffer.concat([Buffer.from([label.length]), Buffer.from(label), SERVICE])
  const target = name(`${bridgeId.replaceAll(' ', '-')}.local`)
  const place = Buffer.alloc(6)
  place.writeUInt16BE(port, 4)
  const words = [`bridgeid=${bridgeId}`, `modelid=${model}`].map((text) =>
    Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]),
  )
  return Buffer.concat([
    header,
    record(name('_hue._tcp.local'), 12, instance),
    record(instance, 33, Buffer.concat([place, target])),
    record(instance, 16, Buffer.concat(words)),
    record(target, 1, Buffer.from(host.split('.').map(Number))),
  ])
}
