/** A probe process for tests in which a minute lasts a second; `unchecked` starts the hook as if nothing could go wrong. */
import { processPort } from '../../electron/engine/wire/port.ts'
import { hookInto } from '../../electron/probes/inputHook.ts'
import { inputSensor, systemHook } from '../../electron/probes/inputSensor.ts'
import { runProbe } from '../../electron/probes/runProbe.ts'
import { hurriedClock } from './hurriedClock.ts'

const checked = systemHook(process.platform, process.env)
const hook = process.argv[2] === 'unchecked' ? { problem: async () => null, into: hookInto } : checked
const port = processPort(process)
const probe = runProbe({
  clock: hurriedClock,
  post: (message) => port.postMessage(message),
  sensors: { input: inputSensor(hook) },
})
port.on('message', (event) => probe.take(event?.data))
port.on('close', () => process.exit(0))
