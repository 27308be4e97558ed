/** A page, or a model writing into one, must not be able to open anything but a helpline. */
import { expect, it } from 'vitest'
import { httpsHosts, isAllowedLink } from '../../../electron/main/security/allowedLinks.ts'

const hosts = httpsHosts({
  lines: [{ url: 'https://988lifeline.org/chat', other: ['http://plain.example'] }],
})

it('knows the hosts of reviewed data, over https only', () => {
  expect([...hosts]).toEqual(['988lifeline.org'])
})

it.each(['tel:988', 'tel:+44116123', 'sms:741741', 'sms:741741?body=HOME', 'https://988lifeline.org/x?y=1'])(
  'lets %s through',
  (link) => expect(isAllowedLink(link, hosts)).toBe(true),
)

it.each([
  'https://evil.example/',
  'https://988lifeline.org.evil.example/',
  'https://user@988lifeline.org/',
  'https://988lifeline.org:8443/',
  'http://988lifeline.org/',
  'tel:javascript',
  'tel:1',
  'tel:988;x=1',
  'sms:741741?body=a&to=1',
  'TEL:988\nx',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'mailto:a@b.c',
  '',
])('stops %j', (link) => expect(isAllowedLink(link, hosts)).toBe(false))
