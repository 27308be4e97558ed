/** A service on a test's bus that stands in for one of the desktop: it answers what the test says, or nothing at all. */
import dbus, { type Message, type MessageBus } from '@particle/dbus-next'
import { onTestFinished } from 'vitest'

/** Body of an answer and its D-Bus types; `silent` never answers, an error is one. */
export type StandInAnswer = { signature: string; body: unknown[] } | 'silent' | Error

export interface StandIn {
  /** Calls it was asked, as `interface.member`. */
  asked: string[]
  /** What it answers from now on, by `member` or, for a property, `Get name`. */
  answers: Record<string, StandInAnswer | ((args: unknown[]) => StandInAnswer)>
  /** Says something to everybody. */
  signal(path: string, name: string, member: string, signature: string, body: unknown[]): void
  leave(): void
}

/** Its types ask for text where it wants the message that is answered. */
const newError = dbus.Message.newError as unknown as (to: Message, name: string, text: string) => Message

export const variant = (signature: string, value: unknown): StandInAnswer => ({
  signature: 'v',
  body: [new dbus.Variant(signature, value)],
})

export async function standIn(address: string, name: string, answers: StandIn['answers']): Promise<StandIn> {
  const connection = dbus.sessionBus({ busAddress: address })
  connection.on('error', () => {})
  const service: StandIn = {
    asked: [],
    answers,
    signal: (path, iface, member, signature, body) =>
      connection.send(dbus.Message.newSignal(path, iface, member, signature, body)),
    leave() {},
  }
  connection.addMethodHandler((message: Message) => isGone || answered(connection, service, message))
  let isGone = false
  const leave = () => {
    isGone = true
    connection.disconnect()
  }
  service.leave = leave
  onTestFinished(leave)
  await connection.requestName(name)
  return service
}

function answered(connection: MessageBus, service: StandIn, message: Message): boolean {
  if (message.destination === undefined) return false
  const isProperty = message.interface === 'org.freedesktop.DBus.Properties'
  const key = isProperty ? `Get ${message.body[1]}` : message.member
  service.asked.push(key)
  const found = service.answers[key]
  const answer = typeof found === 'function' ? found(message.body) : found
  if (answer === 'silent') return true
  if (answer === undefined || answer instanceof Error) {
    connection.send(newError(message, 'org.freedesktop.DBus.Error.UnknownMethod', 'no'))
  } else {
    connection.send(dbus.Message.newMethodReturn(message, answer.signature, answer.body))
  }
  return true
}
