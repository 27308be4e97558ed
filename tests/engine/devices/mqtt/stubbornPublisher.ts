/** Publishes one message after the other, each until the broker has taken it, however often the broker dies. */
import mqtt, { type MqttClient } from 'mqtt'

export interface StubbornPublisher {
  /** Messages the broker has acknowledged. */
  taken(): number
  /** Ends after the message under way was taken. */
  finish(): Promise<void>
}

/** @param message the payload of a number; made once, sent as often as needed. */
export function stubbornPublisher(
  port: number,
  topic: string,
  message: (number: number) => string,
): StubbornPublisher {
  let number = 0
  let payload = message(number)
  let finishing = false
  const finished = Promise.withResolvers<void>()
  let client: MqttClient | null = null

  const send = (to: MqttClient) =>
    to.publish(topic, payload, { qos: 1 }, (error) => {
      if (error || to !== client) return
      number++
      if (finishing) {
        client = null
        to.end(true)
        finished.resolve()
        return
      }
      payload = message(number)
      setTimeout(() => to === client && to.connected && send(to), 2)
    })

  const connect = () => {
    const mine = mqtt.connect({ host: '127.0.0.1', port, reconnectPeriod: 0, protocolVersion: 5 })
    client = mine
    mine.on('error', () => {})
    mine.on('connect', () => send(mine))
    mine.on('close', () => {
      mine.end(true)
      if (mine === client) setTimeout(connect, 10)
    })
  }
  connect()
  return {
    taken: () => number,
    finish() {
      finishing = true
      return finished.promise
    },
  }
}
