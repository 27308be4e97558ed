/** No text may cost more than its length: repeated fragments, mixed words, long sessions. */
import { expect, test } from 'vitest'
import type { Turn } from '../../../electron/core/safety/tier.ts'
import { prepare, triage, triager } from '../../../electron/core/safety/triage.ts'

const person = (text: string): Turn => ({ role: 'person', text })

const fragments = [
  'a',
  'ab',
  'aab ',
  '.',
  '!.',
  'i ',
  'my friend ',
  'a b ',
  '1',
  '"',
  "' '",
  'i want to ',
  '\n',
  '\ufdfa',
  'k*',
  'die,',
  'he hit ',
  'i took all my ',
  'she said "i want to die" ',
  'kill die pills tonight he hit threaten ',
  '\ud800',
  ' . ',
  'my my my ',
  'i have a plan and the rope is ',
  'not not not kill ',
  "i've i've ",
  'thoughts of ',
  '\u202e',
  '> x\n',
  ' lyrics:\n',
  'iiiwant',
  'wanttodie',
  'because ',
  'i will jump off the bridge they are watching me not ',
  '💀 to ',
  '\u200b',
  'і ',
]

/** Best of some rounds, in ms: what else the machine does only ever adds. */
function costOf(text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round++) {
    const startedAt = performance.now()
    triage([person(text)])
    best = Math.min(best, performance.now() - startedAt)
  }
  return best
}

/** Four times the text: linear costs four times as much, the square sixteen; only what takes long can be judged. */
function expectLinear(sized: (length: number) => string, what: string): void {
  const large = costOf(sized(100_000))
  if (large < 400) return
  expect(large / costOf(sized(25_000)), what).toBeLessThan(10)
}

test('a hundred kilobytes of any fragment cost no more than their length', () => {
  prepare()
  for (const fragment of fragments)
    expectLinear((length) => fragment.repeat(Math.ceil(length / fragment.length)), JSON.stringify(fragment))
}, 120_000)

test('mixed words of many rules grow with their number', () => {
  const words =
    'i want to die kill myself he hit me my pills tonight not never voices told me throw up blood chest pain my friend she said goodbye forever roof jump'.split(
      ' ',
    )
  expectLinear((length) => {
    let seed = 1
    let text = ''
    while (text.length < length) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      text += `${words[seed % words.length]} `
    }
    return text
  }, 'words of the rules in any order')
}, 120_000)

test('five thousand turns are read, and one more costs one turn', () => {
  const listen = triager()
  const turns = Array.from({ length: 5_000 }, (_, at) =>
    person(`turn ${at}: ${at % 97 === 0 ? 'i want to die' : 'the soup was good'}`),
  )
  const startedAt = performance.now()
  listen(turns)
  const firstMs = performance.now() - startedAt
  let againMs = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round++) {
    const again = performance.now()
    listen([...turns, person(`one more ${round}`)])
    againMs = Math.min(againMs, performance.now() - again)
  }
  expect(listen(turns).perTurn).toHaveLength(5_000)
  expect(againMs).toBeLessThan(Math.max(40, firstMs / 2))
}, 60_000)
