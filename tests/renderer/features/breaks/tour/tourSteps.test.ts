/** Where in the tour a person is, over closed windows and odd memories. */
import { beforeEach, expect, it } from 'vitest'
import {
  rememberedStep,
  rememberStep,
  tourSteps,
} from '../../../../../renderer/features/breaks/tour/tourSteps.ts'

beforeEach(() => window.localStorage.clear())

it('is remembered until the tour is over', () => {
  expect(rememberedStep(window.localStorage)).toBe(0)
  rememberStep(window.localStorage, 3)
  expect(rememberedStep(window.localStorage)).toBe(3)
  rememberStep(window.localStorage, null)
  expect(rememberedStep(window.localStorage)).toBe(0)
})

it.each(['99', '-1', 'x', '', String(tourSteps.length)])('begins anew at %j', (text) => {
  window.localStorage.setItem('lull.tourStep', text)
  expect(rememberedStep(window.localStorage)).toBe(0)
})
