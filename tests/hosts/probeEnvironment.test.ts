/** Child processes are told what they need and nothing more. */
import { expect, it } from 'vitest'
import { languageModelEnvironment } from '../../electron/hosts/languageModelEnvironment.ts'
import { probeEnvironment } from '../../electron/hosts/probeEnvironment.ts'

const own = {
  HOME: '/home/ada',
  PATH: '/usr/bin',
  DISPLAY: ':0',
  XAUTHORITY: '/run/xauth',
  XDG_SESSION_TYPE: 'x11',
  LULL_KEY: 'a1',
  AWS_SECRET_ACCESS_KEY: 'b2',
  NODE_OPTIONS: '--inspect',
}

it('a probe is told which display to ask', () => {
  expect(probeEnvironment(own)).toEqual({
    HOME: '/home/ada',
    PATH: '/usr/bin',
    DISPLAY: ':0',
    XAUTHORITY: '/run/xauth',
    XDG_SESSION_TYPE: 'x11',
  })
})

it('a language model is not', () => {
  expect(languageModelEnvironment(own)).toMatchObject({ HOME: '/home/ada', PATH: '/usr/bin' })
  expect(Object.keys(languageModelEnvironment(own)).join()).not.toMatch(/DISPLAY|LULL|AWS|NODE/)
})
