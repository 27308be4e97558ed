/** The pace a bridge can take: how fast, how many at once, how often again, and when to stop. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LampWrite } from '../../../electron/core/lights/lamp.ts'
import {
  type Answer,
  answered,
  CATCH_UP_MS,
  emptyQueue,
  enqueued,
  type GivenUp,
  grouped,
  type QueuedWrite,
  sendable,
  type WriteQueue,
} from '../../../electron/core/lights/writeQueue.ts'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'

const write = (lampId: string, own: Partial<LampWrite> = { brightness: 50 }): LampWrite => ({
  lampId,
  fadeMs: 4000,
  ...own,
})
const ten = Array.from({ length: 10 }, (_, place) => write(`l${place}`))

/** A bridge that answers after a while, as told. */
class Line {
  queue: WriteQueue = emptyQueue
  nowMs = 0
  readonly sent: { atMs: number; write: QueuedWrite }[] = []
  readonly givenUp: GivenUp[] = []
  readonly #open: { id: number; atMs: number; answer: Answer }[] = []
  readonly #random = seededRandom(3)
  most = 0

  readonly afterMs: number
  readonly answer: (write: QueuedWrite, nowMs: number) => Answer

  constructor(afterMs: number, answer: (write: QueuedWrite, nowMs: number) => Answer = () => 'done') {
    this.afterMs = afterMs
    this.answer = answer
  }

  add(writes: readonly LampWrite[], groups: { groupId: string; lampIds: string[] }[] = []): void {
    this.queue = enqueued(this.queue, grouped(writes, groups), this.nowMs)
  }

  run(forMs: number): void {
    for (const untilMs = this.nowMs + forMs; this.nowMs < untilMs; this.nowMs += 10) {
      for (const one of this.#open.splice(0)) {
        if (one.atMs > this.nowMs) this.#open.push(one)
        else this.#take(answered(this.queue, one.id, one.answer, this.nowMs, this.#random))
      }
      const { queue, send, givenUp } = sendable(this.queue, this.nowMs)
      this.#take({ queue, givenUp })
      for (const one of send) {
        this.sent.push({ atMs: this.nowMs, write: one })
        this.#open.push({ id: one.id, atMs: this.nowMs + this.afterMs, answer: this.answer(one, this.nowMs) })
      }
      this.most = Math.max(this.most, this.queue.inFlight.length)
    }
  }

  #take({ queue, givenUp }: { queue: WriteQueue; givenUp: GivenUp[] }): void {
    this.queue = JSON.parse(JSON.stringify(queue)) as WriteQueue
    this.givenUp.push(...givenUp)
  }
}

describe('pace', () => {
  test('ten lamps in a second, three at a time', () => {
    const line = new Line(150)
    line.add(ten)
    line.run(2000)
    expect(line.sent.map(({ atMs }) => atMs)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900])
    expect(line.most).toBeLessThanOrEqual(3)
    const slow = new Line(5000)
    slow.add(ten)
    slow.run(4000)
    expect(slow.sent).toHaveLength(3)
  })
  test('one group a second', () => {
    const line = new Line(20)
    for (let second = 0; second < 3; second++) {
      line.add(
        [write('a', { brightness: 50 + second }), write('b', { brightness: 50 + second })],
        [{ groupId: 'g', lampIds: ['a', 'b'] }],
      )
      line.run(500)
    }
    line.run(2000)
    expect(line.sent.map(({ atMs, write: { write: one } }) => [atMs, one.brightness])).toEqual([
      [0, 50],
      [1000, 52],
    ])
  })
  test('late timers do not add up, and over a longer time it is one group a second', () => {
    const random = seededRandom(5)
    const target = { kind: 'group', groupId: 'g' } as const
    const step = { target, lampIds: ['a'], write: { fadeMs: 1000, brightness: 50 } }
    let queue = emptyQueue
    const sentMs: number[] = []
    let timerMs = 0
    for (let second = 0; second < 300; second++) {
      // A tick is some milliseconds late, now and then by a fifth of a second.
      timerMs = second * 1000 + Math.round(random() * 4) + (second % 40 === 20 ? 400 : 0)
      queue = enqueued(queue, [step], timerMs)
      for (let next: number | null = timerMs; next !== null; ) {
        const sending = sendable(queue, next)
        queue = sending.queue
        for (const { id } of sending.send) {
          sentMs.push(next - second * 1000)
          queue = answered(queue, id, 'done', next, random).queue
        }
        next = sending.nextMs === null ? null : sending.nextMs + Math.round(random() * 4)
      }
    }
    expect(sentMs).toHaveLength(300)
    const calm = sentMs.filter((_, second) => (second + 20) % 40 > 4)
    expect(Math.max(...calm)).toBeLessThanOrEqual(20)
    expect(Math.max(...sentMs)).toBeLessThanOrEqual(410)
    const times = sentMs.map((lateMs, second) => second * 1000 + lateMs)
    times.slice(10).forEach((atMs, place) => {
      expect(atMs - (times[place] ?? 0)).toBeGreaterThanOrEqual(10_000 - 410)
    })
  })
  test('a group is used only when it reaches none but those meant, all alike', () => {
    const groups = [
      { groupId: 'room', lampIds: ['a', 'b'] },
      { groupId: 'house', lampIds: ['a', 'b', 'c'] },
    ]
    const names = (writes: LampWrite[]) =>
      grouped(writes, groups).map(({ target, lampIds }) =>
        target.kind === 'group' ? target.groupId : lampIds.join(),
      )
    expect(names([write('a'), write('b')])).toEqual(['room'])
    expect(names([write('a'), write('b'), write('c')])).toEqual(['house'])
    expect(names([write('a'), write('b', { brightness: 40 })])).toEqual(['a', 'b'])
    expect(names([write('a'), write('c')])).toEqual(['a', 'c'])
  })
})

describe('a newer write', () => {
  test('takes the place of a waiting one, and keeps what it does not say', () => {
    let queue = enqueued(emptyQueue, grouped([write('a', { brightness: 50, mirek: 400 })], []), 0)
    queue = enqueued(queue, grouped([write('a', { brightness: 30 })], []), 10)
    expect(queue.waiting.map((one) => one.write)).toEqual([{ brightness: 30, mirek: 400, fadeMs: 4000 }])
    queue = enqueued(queue, grouped([write('a', { xy: { x: 0.3, y: 0.3 } })], []), 20)
    expect(queue.waiting.map((one) => one.write)).toEqual([
      { brightness: 30, xy: { x: 0.3, y: 0.3 }, fadeMs: 4000 },
    ])
  })
  test('does not overtake one that is on its way', () => {
    const line = new Line(1000)
    line.add([write('a')])
    line.run(200)
    line.add([write('a', { brightness: 20 })])
    line.run(2000)
    expect(line.sent.map(({ atMs }) => atMs)).toEqual([0, 1000])
  })
  test('replaces one that has to be tried again', () => {
    const line = new Line(100, ({ tries, write: one }) =>
      tries === 1 && one.brightness === 50 ? 'busy' : 'done',
    )
    line.add([write('a')])
    line.run(50)
    line.add([write('a', { brightness: 20 })])
    line.run(3000)
    expect(line.sent.map(({ write: { write: one } }) => one.brightness)).toEqual([50, 20])
  })
})

describe('a bad bridge', () => {
  test('busy for a minute: five tries, then quiet', () => {
    const line = new Line(20, () => 'busy')
    line.add([write('a')])
    line.run(60_000)
    expect(line.sent).toHaveLength(5)
    expect(line.givenUp).toMatchObject([{ because: 'tries' }])
  })
  test('a 429 now and then loses nothing', () => {
    const random = seededRandom(5)
    const line = new Line(80, () => (random() < 0.3 ? 'busy' : 'done'))
    line.add(ten)
    line.run(10_000)
    expect(line.givenUp).toEqual([])
    expect(line.queue).toMatchObject({ waiting: [], inFlight: [] })
  })
  test('what is refused is not asked again', () => {
    const line = new Line(20, () => 'refused')
    line.add([write('a')])
    line.run(10_000)
    expect(line.sent).toHaveLength(1)
    expect(line.givenUp).toMatchObject([{ because: 'refused' }])
  })
  test.each([5, 3000])(
    'nobody there (%i ms): ten tries a minute at most, and nothing half a minute late',
    (afterMs) => {
      const line = new Line(afterMs, () => 'unanswered')
      for (let second = 0; second < 120; second++) {
        line.add(ten)
        line.run(1000)
      }
      for (const { atMs } of line.sent) {
        const inMinute = line.sent.filter((one) => one.atMs >= atMs && one.atMs < atMs + 60_000)
        expect(inMinute.length).toBeLessThanOrEqual(10)
      }
      expect(line.sent.length).toBeGreaterThan(10)
    },
  )
  test('it comes back, and the newest is written', () => {
    const line = new Line(5, (_, nowMs) => (nowMs < 20_000 ? 'unanswered' : 'done'))
    line.add([write('a')])
    line.run(15_000)
    line.add([write('a', { brightness: 20 })])
    line.run(30_000)
    expect(line.sent.at(-1)?.write.write.brightness).toBe(20)
    expect(line.queue).toMatchObject({ waiting: [], inFlight: [], unanswered: 0 })
  })
  test('too late is not sent at all', () => {
    const queue = enqueued(emptyQueue, grouped([write('a')], []), 0)
    expect(sendable(queue, 30_000)).toMatchObject({
      send: [],
      givenUp: [{ because: 'too_late' }],
      nextMs: null,
    })
  })
  test('a clock set back stops nothing', () => {
    const line = new Line(5)
    line.nowMs = 1e9
    line.add(ten.slice(0, 2))
    line.run(20)
    line.nowMs = 5000
    line.run(1000)
    expect(line.sent).toHaveLength(2)
  })
})

test('whatever comes: never faster, never more at once, and every lamp ends as last told', () => {
  const one = fc.record({
    lampId: fc.constantFrom('a', 'b', 'c', 'd'),
    brightness: fc.integer({ min: 1, max: 100 }),
    fadeMs: fc.constant(1000),
  })
  const batch = fc.record({
    writes: fc.uniqueArray(one, { selector: ({ lampId }) => lampId, minLength: 1 }),
    waitMs: fc.constantFrom(0, 50, 400, 2000),
  })
  const groups = [{ groupId: 'g', lampIds: ['a', 'b'] }]
  fc.assert(
    fc.property(
      fc.array(batch, { maxLength: 12 }),
      fc.constantFrom(10, 300),
      fc.integer(),
      (batches, afterMs, seed) => {
        const random = seededRandom(seed)
        const line = new Line(afterMs, ({ tries }) => (tries < 4 && random() < 0.3 ? 'busy' : 'done'))
        const told = new Map<string, number>()
        for (const { writes, waitMs } of batches) {
          line.add(writes, groups)
          for (const { lampId, brightness } of writes) told.set(lampId, brightness ?? 0)
          line.run(waitMs)
        }
        line.run(60_000)
        const shown = new Map<string, number>()
        for (const { write: sent } of line.sent) {
          for (const id of sent.lampIds) shown.set(id, sent.write.brightness ?? 0)
        }
        expect(shown).toEqual(told)
        expect(line.most).toBeLessThanOrEqual(3)
        for (const [kind, everyMs] of [
          ['light', 100],
          // One that waited may be followed sooner.
          ['group', 1000 - CATCH_UP_MS],
        ] as const) {
          const times = line.sent
            .filter(({ write: sent }) => sent.target.kind === kind)
            .map(({ atMs }) => atMs)
          times.slice(1).forEach((atMs, place) => {
            expect(atMs - (times[place] ?? 0)).toBeGreaterThanOrEqual(everyMs)
          })
        }
      },
    ),
    { numRuns: 60 },
  )
})
