/** Runs in the page while it is looked at: a fake engine behind the same port message the preload sends. */
import { breaksOf } from '../../renderer/fakeBreaks.ts'
import { FakeEngine } from '../../renderer/fakeEngine.ts'
import { lightsOf } from '../../renderer/fakeLights.ts'
import { type Scenario, scenarios, worldOf } from '../../renderer/fakeWorld.ts'

const asked = new URLSearchParams(window.location.search).get('scenario')
const scenario: Scenario = scenarios.find((name) => name === asked) ?? 'empty'
const world = worldOf(scenario, Date.now())
const theme = new URLSearchParams(window.location.search).get('theme')
if (theme === 'light' || theme === 'dark') world.settings.theme = theme

const { port1, port2 } = new MessageChannel()
const fake = new FakeEngine(world)
fake.hasShell = !new URLSearchParams(window.location.search).has('browser')
fake.attach(port1)
// What comes by itself is made to come by whoever looks.
Object.assign(window, { fake, fakeBreaks: breaksOf(fake), fakeLights: lightsOf(fake) })
window.postMessage({ lull: 'port' }, '*', [port2])
