/** After a cut line: does the other side speak TLS where we spoke plainly, or plainly where we spoke TLS? */
import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Clock } from '../../ports/clock.ts'
import type { BrokerSettings } from './brokerSettings.ts'

const WITHIN_MS = 2000

/** An MQTT 3.1.1 CONNECT without name, user or password: whatever a broker answers begins with CONNACK, 0x20. */
const NAMELESS_CONNECT = Uint8Array.of(0x10, 12, 0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 2, 0, 10, 0, 0)
const CONNACK = 0x20

/** Only a TLS speaker sends a certificate to find fault with, or an alert. */
const TLS_SPOKEN = /CERT|SIGNATURE|ISSUER|ALERT|HANDSHAKE_FAILURE|ALTNAME/

function asks(clock: Clock, open: (answer: (yes: boolean) => void) => Socket): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      cancel()
      socket.destroy()
      resolve(yes)
    }
    const cancel = clock.after(WITHIN_MS, () => answer(false))
    const socket = open(answer)
    socket.once('close', () => answer(false))
  })
}

function speaksTls({ host, port }: BrokerSettings, clock: Clock): Promise<boolean> {
  return asks(clock, (answer) =>
    connectTls({ host, port }, () => answer(true)).on('error', (error) => {
      answer('code' in error && TLS_SPOKEN.test(String(error.code)))
    }),
  )
}

function speaksPlainly({ host, port }: BrokerSettings, clock: Clock): Promise<boolean> {
  return asks(clock, (answer) =>
    connectPlain({ host, port }, function greet(this: Socket) {
      this.write(NAMELESS_CONNECT)
    })
      .once('data', (data) => answer(data[0] === CONNACK))
      .on('error', () => answer(false)),
  )
}

/** Whether the setting "TLS" is the wrong way round. Nothing of the person's is sent to find out. */
export function speaksTheOtherWay(settings: BrokerSettings, clock: Clock): Promise<boolean> {
  return settings.tls ? speaksPlainly(settings, clock) : speaksTls(settings, clock)
}
