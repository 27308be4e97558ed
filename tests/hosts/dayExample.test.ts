/** The worked example: a day written by hand, and every line it gives. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dayEvent } from '../../electron/hosts/dayEvents.ts'
import { playDay } from './playDay.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/days', name), 'utf8')
const lines = (name: string) => read(name).split('\n').filter(Boolean)

it('comes out line by line as it is written down', async () => {
  const played = await playDay(lines('example.jsonl'), {
    zone: 'Europe/Berlin',
    settings: JSON.parse(read('example.settings.json')),
  })
  expect(played).toEqual(lines('example.expected.jsonl').map((line) => JSON.parse(line)))
})

it('shows every kind of event', () => {
  const kinds = lines('example.jsonl').map((line) => dayEvent.parse(JSON.parse(line)).kind)
  const all =
    'presence call fullscreen dnd app input vitals machine checkin answer pauseAnswer pauseStart pauseRated noPauses lights lamp look setting'.split(
      ' ',
    )
  expect([...new Set(kinds)].toSorted()).toEqual(all.toSorted())
})
