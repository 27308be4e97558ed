/** A process of its own that connects to an older bridge, changes one lamp and ends when nothing holds it. */
import { hueV1 } from '../../../../electron/engine/devices/hueV1/index.ts'

const [settings = '{}'] = process.argv.slice(2)
const say = (...words: unknown[]) => process.stdout.write(`${JSON.stringify(words)}\n`)
const connection = hueV1().connect(JSON.parse(settings), {
  clock: {
    now: () => Date.now(),
    after: (delayMs, callback) => {
      const timer = setTimeout(callback, delayMs)
      return () => clearTimeout(timer)
    },
  },
  random: () => 0,
  settingsChanged: () => {},
  note: (event) => say(event),
  connectionMade: (peer, outcome) => say(peer, outcome),
})

connection.watch(async ({ kind }) => {
  if (kind !== 'all' && kind !== 'phase') return
  const { phase, snapshot } = connection.state()
  if (phase.phase === 'connecting' || (phase.phase === 'connected' && kind !== 'all')) return
  const [lamp] = snapshot?.lamps ?? []
  const results = lamp
    ? await connection.write({ lamps: [{ lampId: lamp.id, brightness: 40, fadeMs: 4000 }] })
    : []
  say(phase, results)
  await connection.close()
  say('closed')
})
