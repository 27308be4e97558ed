/** Beats over MQTT: any broker a strap, a watch or a home already reports to. */
import type { DeviceContext, DeviceDriver, DevicePhase, DeviceSettings } from '../../ports/vitals.ts'
import { formSchema } from '../formSchema.ts'
import { BrokerLink } from './brokerLink.ts'
import { brokerSettings, checkBrokerSettings, readBrokerSettings } from './brokerSettings.ts'
import { clientId, MqttConnection, peerOf } from './mqttConnection.ts'

/** A visit, its fall-back to the older version and the question after TLS fit into ten seconds. */
const TEST_ANSWER_WITHIN_MS = 4000
const TEST_WITHIN_MS = 9500

type TestContext = Pick<DeviceContext, 'clock' | 'installId' | 'connectionMade'>

async function test(given: DeviceSettings, context: TestContext): Promise<DevicePhase> {
  const settings = readBrokerSettings(given)
  const { clock, installId } = context
  const outcome = Promise.withResolvers<DevicePhase>()
  const link = new BrokerLink({
    settings,
    clock,
    clientId: clientId('test', installId, settings),
    sessionSeconds: 0,
    fresh: true,
    qos: 0,
    answerWithinMs: TEST_ANSWER_WITHIN_MS,
    onMessage: () => {},
    onPhase: (phase) => {
      if (phase.phase !== 'connecting') outcome.resolve(phase)
    },
    connectionMade: (made) => context.connectionMade(peerOf(settings), made),
  })
  const cancel = clock.after(TEST_WITHIN_MS, () =>
    outcome.resolve({ phase: 'failed', failure: 'timed_out', retrying: false, detail: null }),
  )
  link.start()
  const phase = await outcome.promise
  cancel()
  await link.close(true)
  // Nobody goes on trying after a test.
  return phase.phase === 'failed' ? { ...phase, retrying: false } : phase
}

export const mqtt: DeviceDriver = {
  id: 'mqtt',
  // Made when somebody looks: an engine without devices starts without it.
  get settingsSchema() {
    return formSchema(brokerSettings)
  },
  secrets: ['password'],
  hasTopics: true,
  checkSettings: checkBrokerSettings,
  test,
  connect: (settings, mappings, context) =>
    new MqttConnection(readBrokerSettings(settings), mappings, context),
}
