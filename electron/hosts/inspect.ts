/** Entry of the inspecting door: `node out/main/inspect.cjs chat|triage|crisis|guard|hrv|body|day|lights [options]`, JSON Lines in and out. */
import { type Resources, readResources } from '../engine/resources.ts'
import { appFolder } from './appFolder.ts'
import { inspectBody } from './inspectBody.ts'
import { inspectChat } from './inspectChat.ts'
import { crisisAnswer } from './inspectCrisis.ts'
import { inspectDay } from './inspectDay.ts'
import { type InspectedListening, inspectedListening } from './inspectedListening.ts'
import { guardAnswer } from './inspectGuard.ts'
import { hrvAnswer } from './inspectHrv.ts'
import { inspectOptions } from './inspectInput.ts'
import { lightsAnswer } from './inspectLights.ts'
import { triageAnswer } from './inspectTriage.ts'
import { answerLines } from './jsonLines.ts'
import { say } from './say.ts'

async function inspect(args: string[]): Promise<void> {
  const options = inspectOptions(args)
  const { stdin, stdout } = process
  if (options.what === 'triage')
    return listened((door) => answerLines(stdin, stdout, triageAnswer(door.listening)))
  if (options.what === 'crisis') return listened((door) => answerLines(stdin, stdout, crisisAnswer(door)))
  if (options.what === 'guard') return answerLines(stdin, stdout, guardAnswer())
  if (options.what === 'hrv') return answerLines(stdin, stdout, hrvAnswer(options.raw))
  if (options.what === 'lights') return answerLines(stdin, stdout, lightsAnswer)
  if (options.what === 'body') return inspectBody(stdin, stdout, options)
  if (options.what === 'day') return inspectDay(stdin, stdout, options)
  const chat = await inspectChat(options)
  try {
    await answerLines(stdin, stdout, chat.answer)
  } finally {
    await chat.stop()
  }
}

async function listened(
  answer: (door: { resources: Resources; listening: InspectedListening }) => Promise<void>,
): Promise<void> {
  const resources = readResources(appFolder().resources)
  const listening = inspectedListening(resources)
  try {
    await answer({ resources, listening })
  } finally {
    await listening.stop()
  }
}

inspect(process.argv.slice(2)).then(
  // After everything written has left, also where pipes are not synchronous.
  () => process.stdout.write('', () => process.exit(0)),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    process.exit(1)
  },
)
