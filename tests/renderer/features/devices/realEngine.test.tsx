/** The page with the real engine and a real broker: from an address typed to beats that are read, and taken away. */
import { createServer, type Server } from 'node:net'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { Aedes } from 'aedes'
import { afterEach, expect, it, onTestFinished } from 'vitest'
import { press, realApp, slow } from '../../realApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

async function realBroker(): Promise<{ port: number; say: (topic: string, payload: string) => void }> {
  const broker = await Aedes.createBroker()
  const server: Server = createServer(broker.handle)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(
    () =>
      new Promise<void>((done) => {
        broker.close(() => server.close(() => done()))
      }),
  )
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const say = (topic: string, payload: string) =>
    broker.publish({ cmd: 'publish', topic, payload, qos: 0, retain: false, dup: false } as never, () => {})
  return { port: address.port, say }
}

const type = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label, {}, slow), { target: { value } })

it('adds a broker, reads a strap, and erases its beats', async () => {
  const broker = await realBroker()
  const beat = () =>
    broker.say('psl/hr', JSON.stringify({ deviceId: '1A', timeStamp: Date.now(), hr: 66, rr: [905, 912] }))
  window.location.hash = '#/sensing'
  const engine = await realApp()

  await press('Add a broker')
  await type('Address', '127.0.0.1')
  await type('Port', '1')
  await press('Try connection')
  expect(await screen.findByText(/Nobody answers at this address and port/, {}, slow)).toBeTruthy()
  await type('Port', String(broker.port))
  await press('Try connection')
  expect(await screen.findByText(/It works, with MQTT 3\.1\.1/, {}, slow)).toBeTruthy()
  await press('Save')

  await screen.findByRole('dialog', { name: /What should Lull read/ }, slow)
  const sending = setInterval(beat, 300)
  onTestFinished(() => clearInterval(sending))
  await press(/^psl\/hr/)
  expect(await screen.findByText(/2 intervals: 905, 912 ms/, {}, slow)).toBeTruthy()
  await press('Read this')
  expect(await screen.findByText('Heart rate from psl/hr', {}, slow)).toBeTruthy()
  await waitFor(() => expect(screen.getAllByText(/readings? taken/)).toHaveLength(2), slow)
  await screen.findByRole('heading', { level: 1, name: /your heartbeat/ }, slow)

  await press('Switch all off')
  await screen.findByRole('heading', { level: 1, name: /looks away/ }, slow)
  expect(await screen.findByText('Paused.', {}, slow)).toBeTruthy()

  // What was taken is on disk within a second; only then is there something to erase.
  await waitFor(async () => {
    const { kinds } = await engine.client('window').privacy.inventory()
    expect(kinds.find(({ kind }) => kind === 'beats')?.rows).toBeGreaterThan(0)
  }, slow)
  window.location.hash = '#/settings'
  await press('Erase: Beats as they came')
  await press('Erase it')
  await waitFor(
    () => expect(screen.getByText('Beats as they came').nextSibling?.textContent).toBe('none'),
    slow,
  )
}, 60_000)
