/** Entry of the headless host: `node out/main/node.cjs [--data DIR] [--print-link]`. */
import { nodeHost, startProblem } from './nodeHost.ts'
import { startOptions } from './options.ts'
import { say } from './say.ts'
import { keepNurserySmall } from './smallNursery.ts'

keepNurserySmall()
const open = async () => nodeHost(startOptions(process.argv.slice(2)))

open().then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(startProblem(error))
    process.exit(1)
  },
)
