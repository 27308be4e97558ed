/** However it is typed: tricks of script and spelling, dialects, and text that only looks encoded. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldScript, normalise } from '../../../electron/core/safety/normalise.ts'
import { triage } from '../../../electron/core/safety/triage.ts'

test.each([
  ['i w a n t  t o  d i e', 'i want to die'],
  ['k.i.l.l m.y.s.e.l.f', 'kill myself'],
  ['#iwanttodie', '#i want to die'],
  ['ki\u200bll my\u00adself', 'kill myself'],
  ['\u202Eeid ot tnaw i', 'i want to die'],
  ['і wаnt tο dіе', 'i want to die'],
  ['ɪ ᴡᴀɴᴛ ᴛᴏ ᴅɪᴇ', 'i want to die'],
  ['𝐢 𝐰𝐚𝐧𝐭 𝐭𝐨 𝐝𝐢𝐞', 'i want to die'],
  ['🅳🅸🅴', 'die'],
  ['k1ll mys3lf', 'kill myself'],
  ['k*ll myself', 'kill myself'],
  ['killlll', 'kill'],
  ['dieeee', 'die'],
  ['pillllls', 'pills'],
  ['myslef and mysefl', 'myself and myself'],
  ['suicied', 'suicide'],
  ['ah cannae', "i can't"],
  ['mi cyaan', "i can't"],
  ['he beat mi', 'he beat me'],
  ['wan die', 'want to die'],
  ["I'ma", "i'm going to"],
  ['she is ill', 'she is ill'],
  ['ill just do it', "i'll just do it"],
  ['strangers overdone the fortnight', 'strangers overdone the fortnight'],
])('%s', (written, plain) => {
  expect(normalise(written)).toBe(plain)
})

test('another writing is left alone, and hears nothing', () => {
  expect(foldScript('Привет, как дела')).toBe('привет, как дела')
  for (const text of ['Привет, мне грустно', '今日は疲れた', 'أنا متعب اليوم', 'Γεια σου κόσμε'])
    expect(triage([{ role: 'person', text }]).tier).toBe('none')
})

test('what looks encoded says nothing, and what stands beside it does', () => {
  const encoded = 'aSB3YW50IHRvIGRpZSB0b25pZ2h0IGtpbGwgbXlzZWxmIGRpZSBkaWUgZGllIDEyMw=='
  expect(triage([{ role: 'person', text: encoded }]).tier).toBe('none')
  expect(triage([{ role: 'person', text: `${encoded} I want to die` }]).tier).toBe('high')
})

test('total, lower case and stable: a second time changes no tier', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normalise(text)
      expect(once).toBe(once.toLowerCase())
      expect(() => normalise(once)).not.toThrow()
    }),
  )
})
