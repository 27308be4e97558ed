/** Sources that answer, are not there, or hang: each gets two seconds and is never asked twice at once. */
import { expect, test } from 'vitest'
import {
  NoAnswerError,
  NotConnectedError,
  Question,
} from '../../../../electron/engine/devices/system/question.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'

/** A question whose answers the test gives by hand. */
function asked() {
  const clock = new FakeClock()
  const open: PromiseWithResolvers<number>[] = []
  const question = new Question(clock, () => {
    const answer = Promise.withResolvers<number>()
    open.push(answer)
    return answer.promise
  })
  return { clock, open, question }
}

test('an answer in time is told', async () => {
  const { open, question } = asked()
  const answer = question.answer()
  open[0]?.resolve(7)
  expect(await answer).toEqual({ kind: 'told', value: 7 })
})

test('two seconds of silence are no answer, and nobody is asked again until the first question is over', async () => {
  const { clock, open, question } = asked()
  const first = question.answer()
  clock.advance(2_000)
  expect(await first).toEqual({ kind: 'silent' })
  for (let at = 0; at < 100; at += 1) {
    expect(await question.answer()).toEqual({ kind: 'silent' })
    clock.advance(5_000)
  }
  expect(open).toHaveLength(1)
  // It answers after all: too late for the first, and the next may ask again.
  open[0]?.resolve(1)
  await Promise.resolve()
  await Promise.resolve()
  const next = question.answer()
  open[1]?.resolve(2)
  expect(await next).toEqual({ kind: 'told', value: 2 })
})

test('what is not there is looked for again after half a minute, or at once when something changed', async () => {
  const { clock, open, question } = asked()
  const first = question.answer()
  open[0]?.reject(new Error('no such service'))
  expect(await first).toEqual({ kind: 'absent' })
  clock.advance(29_000)
  expect(await question.answer()).toEqual({ kind: 'absent' })
  expect(open).toHaveLength(1)
  clock.advance(1_000)
  const second = question.answer()
  open[1]?.reject(new Error('no such service'))
  await second
  question.forgetAbsence()
  const third = question.answer()
  open[2]?.resolve(3)
  expect(await third).toEqual({ kind: 'told', value: 3 })
})

test('a clock set back does not hide a source for an hour', async () => {
  const { clock, open, question } = asked()
  const first = question.answer()
  open[0]?.reject(new Error('no such service'))
  await first
  clock.now = () => 0
  void question.answer()
  expect(open).toHaveLength(2)
})

test('a bus that is down says nothing about its services', async () => {
  const { open, question } = asked()
  const first = question.answer()
  open[0]?.reject(new NotConnectedError('no bus'))
  expect(await first).toEqual({ kind: 'absent' })
  void question.answer()
  expect(open).toHaveLength(2)
})

test('an asker that gave up waiting was met with silence', async () => {
  const { open, question } = asked()
  const first = question.answer()
  open[0]?.reject(new NoAnswerError('it hangs'))
  expect(await first).toEqual({ kind: 'silent' })
})
