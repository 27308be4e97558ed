/** A day to play is found in the schema of whoever can play one. */
import { expect, it } from 'vitest'
import { playSettings } from '../../../../renderer/features/devices/playDays.ts'

it('takes the choice that knows both days, with the defaults of the rest', () => {
  const schema = {
    properties: {
      speed: { type: 'integer', default: 1 },
      story: { enum: ['calm', 'heavy', 'night'], default: 'calm' },
    },
  }
  expect(playSettings(schema, 'heavy')).toEqual({ speed: 1, story: 'heavy' })
  expect(playSettings({ properties: { mode: { enum: ['calm'] } } }, 'calm')).toBeNull()
  expect(playSettings({}, 'calm')).toBeNull()
})
