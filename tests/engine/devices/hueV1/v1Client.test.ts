/** What an answer of CLIP v1 means, however whoever speaks it puts it: by status, by error number, or not at all. */
import { createServer } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CappedLine } from '../../../../electron/engine/devices/hueV1/cappedLine.ts'
import { type V1Client, v1Client } from '../../../../electron/engine/devices/hueV1/v1Client.ts'
import { realClock } from '../hue/hueForTest.ts'

const KEY = 'a-key-nobody-may-see'

interface Heard {
  method: string
  path: string
  body: string
}

async function clientOf(
  status: number,
  text: string,
  headers = {},
): Promise<{ client: V1Client; heard: Heard[] }> {
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    heard.push({ method: request.method ?? '', path: request.url ?? '', body })
    response.writeHead(status, headers).end(text)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const place = { host: '127.0.0.1', port, isSecure: false }
  const line = new CappedLine({ clock: realClock, place, sha256: null, connectionMade: () => {} })
  const client = v1Client(line, KEY)
  onTestFinished(() => {
    client.close()
    server.closeAllConnections()
    server.close()
  })
  return { client, heard }
}

const errorOf = (type: unknown) =>
  JSON.stringify([{ error: { type, address: `/api/${KEY}/lights`, description: `no, ${KEY} is unknown` } }])

describe('an answer', () => {
  it.each([
    ['error 1', 200, errorOf(1), 'key_removed'],
    ['error 1 with 403', 403, errorOf(1), 'key_removed'],
    ['403 and a page', 403, '<html>', 'key_removed'],
    ['401 and JSON', 401, '{}', 'key_removed'],
    ['error 3', 200, errorOf(3), 'not_found'],
    ['error 3 with 404', 404, errorOf(3), 'not_found'],
    ['error 6', 200, errorOf(6), 'partly'],
    ['error 7', 200, errorOf(7), 'rejected'],
    ['error 201', 200, errorOf(201), 'partly'],
    ['error 901', 200, errorOf(901), 'busy'],
    ['an error of a new number', 200, errorOf(4711), 'rejected'],
    ['an error without a number', 200, errorOf('one'), 'bad_answer'],
    ['an error that names a code of ours', 200, '[{"error":{"description":"too_large"}}]', 'too_large'],
    ['404 and a page', 404, '<html>', 'bad_answer'],
    ['429', 429, '[]', 'busy'],
    ['500', 500, '', 'busy'],
    ['another place', 301, '', 'bad_answer'],
    ['nothing', 200, '', 'bad_answer'],
    ['null', 200, 'null', 'bad_answer'],
    ['a list of nothing', 200, '[null]', 'bad_answer'],
    ['an abyss', 200, '['.repeat(100_000) + ']'.repeat(100_000), 'bad_answer'],
  ] as const)('%s is a code, and quotes nothing', async (_what, status, text, failure) => {
    const { client } = await clientOf(status, text, { location: 'http://127.0.0.1:1/' })
    const answer = await client.lights()
    expect(answer).toEqual({ ok: false, failure })
    expect(JSON.stringify(answer)).not.toContain(KEY)
  })

  it('of a change is a success, or none', async () => {
    const body = { bri: 9, transitiontime: 4 }
    const good = await clientOf(200, '[{"success":{"/lights/1/state/bri":9}}]')
    expect(await good.client.setLight('1', body)).toEqual({ ok: true, data: true })
    expect(await good.client.setGroup('1', body)).toEqual({ ok: true, data: true })
    expect(good.heard).toEqual([
      { method: 'PUT', path: `/api/${KEY}/lights/1/state`, body: JSON.stringify(body) },
      { method: 'PUT', path: `/api/${KEY}/groups/1/action`, body: JSON.stringify(body) },
    ])
    const mixed = await clientOf(200, `[{"success":{}},${errorOf(6).slice(1)}`)
    expect(await mixed.client.setLight('1', body)).toEqual({ ok: false, failure: 'partly' })
    const odd = await clientOf(200, '"done"')
    expect(await odd.client.setLight('1', body)).toEqual({ ok: false, failure: 'bad_answer' })
    expect(await odd.client.setGroup('1', body)).toEqual({ ok: false, failure: 'bad_answer' })
  })
})

describe('a request', () => {
  it('has the path that is documented, and a body without a word for on', async () => {
    const { client, heard } = await clientOf(200, '{}')
    await client.config()
    await client.groups()
    await client.scenes()
    await client.scene('a/b?c')
    await client.makeKey('study-pc')
    const sly = { bri: 9, transitiontime: 4, on: true } as { transitiontime: number }
    expect(await client.setLight('1', sly)).toEqual({ ok: false, failure: 'rejected' })
    expect(await client.setGroup('1', sly)).toEqual({ ok: false, failure: 'rejected' })
    expect(heard).toEqual([
      { method: 'GET', path: '/api/config', body: '' },
      { method: 'GET', path: `/api/${KEY}/groups`, body: '' },
      { method: 'GET', path: `/api/${KEY}/scenes`, body: '' },
      { method: 'GET', path: `/api/${KEY}/scenes/a%2Fb%3Fc`, body: '' },
      { method: 'POST', path: '/api', body: '{"devicetype":"lull#study-pc"}' },
    ])
  })
})
