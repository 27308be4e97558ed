/** Entry of the inspecting door: `node out/main/inspect.cjs chat|triage [options]`, JSON Lines in and out. */
import { inspectChat } from './inspectChat.ts'
import { inspectOptions } from './inspectInput.ts'
import { triageAnswer } from './inspectTriage.ts'
import { answerLines } from './jsonLines.ts'
import { say } from './say.ts'

async function inspect(args: string[]): Promise<void> {
  const options = inspectOptions(args)
  if (options.what === 'triage') return answerLines(process.stdin, process.stdout, triageAnswer)
  const chat = await inspectChat(options)
  try {
    await answerLines(process.stdin, process.stdout, chat.answer)
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
