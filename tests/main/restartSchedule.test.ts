/** An engine that keeps dying is not started for ever; one that ran well is forgiven. */
import { expect, it } from 'vitest'
import { nextRestart } from '../../electron/main/restartSchedule.ts'

it('waits 1, 5 and 30 seconds and then for the person', () => {
  const waits: (number | null)[] = []
  for (let failures = 0; failures < 4; ) {
    const next = nextRestart(failures, 200)
    waits.push(next.waitMs)
    failures = next.failures
  }
  expect(waits).toEqual([1_000, 5_000, 30_000, null])
})

it('begins anew after a healthy run', () => {
  expect(nextRestart(3, 120_000)).toEqual({ failures: 1, waitMs: 1_000 })
})
