/** One door to the behaviour suites: `npm run eval -- breaks`, `npm run eval -- safety`, and `npm run eval -- train`, which trains what listens. */

const suites: Record<string, () => Promise<unknown>> = {
  breaks: () => import('./breaks/run.ts'),
  safety: () => import('./safety.ts'),
  train: () => import('./safety/trainHeads.ts'),
}

const [, , name = ''] = process.argv
const suite = suites[name]
if (suite) {
  // A suite reads what follows its name as if it had been started by itself.
  process.argv.splice(2, 1)
  await suite()
} else {
  console.error(`Which suite? ${Object.keys(suites).join(', ')}`)
  process.exitCode = 2
}

// Only a module may wait at its top.
export {}
