/** The preview shows what the person sees arrive, and what would come of it. */
import { expect, test } from 'vitest'
import { previewMapping } from '../../../electron/core/readings/previewMapping.ts'

const mapping = { id: 'x', topicFilter: 'hr', valuePath: '$.hr', kind: 'hr', unit: 'bpm' } as const
const message = (arrivedAtMs: number, payload: string | Uint8Array) => ({
  topic: 'hr',
  payload,
  arrivedAtMs,
  retained: false,
})

test('the last five, newest first, with readings and refusals', () => {
  const sent = [1, 2, 3, 4, 5, 6].map((at) => message(at, at === 6 ? '{"hr":null}' : `{"hr":${60 + at}}`))
  const preview = previewMapping(mapping, sent)
  expect(preview.problem).toBeNull()
  expect(preview.messages.map((one) => one.arrivedAtMs)).toEqual([6, 5, 4, 3, 2])
  expect(preview.messages[0]).toMatchObject({
    text: '{"hr":null}',
    readings: [],
    refused: [{ reason: 'no_value' }],
  })
  expect(preview.messages[1]?.readings).toMatchObject([{ bpm: 65 }])
})

test('bytes that are no text, and texts that are too long, are not shown', () => {
  const preview = previewMapping(mapping, [message(1, Uint8Array.of(0xff)), message(2, 'x'.repeat(70_000))])
  expect(preview.messages.map((one) => one.text)).toEqual([null, null])
})

test('a half-written path says so', () => {
  expect(previewMapping({ ...mapping, valuePath: '$.hr[' }, []).problem).toEqual({
    field: 'valuePath',
    problem: 'not_a_path',
  })
  expect(previewMapping({ ...mapping, topicFilter: 'a/#/b' }, []).problem).toMatchObject({
    field: 'topicFilter',
  })
  expect(previewMapping({ ...mapping, unit: 's' } as never, []).problem).toMatchObject({ field: 'unit' })
})
