/** Entry of the inspecting door: `node out/main/inspect.cjs chat|triage|hrv|body|day|lights [options]`, JSON Lines in and out. */
import { inspectBody } from './inspectBody.ts'
import { inspectChat } from './inspectChat.ts'
import { inspectDay } from './inspectDay.ts'
import { hrvAnswer } from './inspectHrv.ts'
import { inspectOptions } from './inspectInput.ts'
import { lightsAnswer } from './inspectLights.ts'
import { triageAnswer } from './inspectTriage.ts'
import { answerLines } from './jsonLines.ts'
import { say } from './say.ts'

async function inspect(args: string[]): Promise<void> {
  const options = inspectOptions(args)
  const { stdin, stdout } = process
  if (options.what === 'triage') return answerLines(stdin, stdout, triageAnswer)
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

inspect(process.argv.slice(2)).then(
  // After everything written has left, also where pipes are not synchronous.
  () => process.stdout.write('', () => process.exit(0)),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    process.exit(1)
  },
)
