/** A probe process for tests that behaves as its first wish says: well, or badly in one of several ways. */
const [, , kind] = process.argv

const say = (message: unknown) => process.send?.(message)

function live(): void {
  const alive = () => say({ type: 'alive', atMs: Date.now() })
  alive()
  setInterval(alive, 1_000)
}

/** Garbage as fast as the channel takes it, life in between. */
function flood(left: number): void {
  const zoo = [
    null,
    'x'.repeat(200),
    { type: 'fact' },
    { type: 'app', sample: { atMs: 'now', app: 7 } },
    [1, 2, 3],
  ]
  for (let at = 0; at < 1_000; at += 1) say(zoo[at % zoo.length])
  if (left > 1_000) setImmediate(() => flood(left - 1_000))
  else say({ type: 'app', sample: { atMs: Date.now(), app: 'after the flood' } })
}

process.on('message', (message: { sensors: string[] }) => {
  const way = message.sensors[0]
  // The sensor that is asked for names the way to behave.
  if (way === 'apps') {
    live()
    flood(100_000)
  } else if (way === 'screen') {
    live()
    say({ type: 'running', sensor: 'screen', source: kind })
  } else if (way === 'presence') {
    // Hangs as native code does: not even the end is heard.
    for (;;);
  } else if (way === 'input') {
    process.abort()
  }
})
process.on('disconnect', () => process.exit(0))
