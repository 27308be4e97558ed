/** Words are compared as they are meant, not as they are typed. */
import { expect, it } from 'vitest'
import {
  closeness,
  contentStems,
  denied,
  mirroredWords,
  sharedInOrder,
  wordsOf,
} from '../../../electron/core/chat/contentWords.ts'

const stems = (text: string) => contentStems(wordsOf(text))

it('writes contractions out, whatever the apostrophe', () => {
  expect(wordsOf("I can't, I’ve said it's over")).toEqual('i can not i have said it is over'.split(' '))
})

it('turns the person round', () => {
  expect(mirroredWords(wordsOf('I was at my desk and she called me about our plan')).join(' ')).toBe(
    'you were at your desk and she called you about your plan',
  )
})

it('meets the same word in its forms', () => {
  expect(stems('talks')).toEqual(stems('talking'))
  expect(stems('scrolled')).toEqual(stems('scrolling'))
  expect(stems('I slept badly')).toEqual(stems('You sleep badly'))
  expect(stems('tired')).not.toEqual(stems('bored'))
  expect(stems('it was about the')).toEqual([])
})

it('notices when people change places', () => {
  const said = stems('My mother calls me to complain about my brother')
  expect(sharedInOrder(stems('Your mother calls you to complain about your brother'), said)).toBe(4)
  expect(sharedInOrder(stems('You call your brother to complain about your mother'), said)).toBe(2)
  expect(sharedInOrder([], said)).toBe(0)
})

it('measures how much of the wording is theirs', () => {
  const source = 'you woke up at four'.split(' ')
  expect(closeness('you woke up'.split(' '), source)).toBe(1)
  expect(closeness('four woke you'.split(' '), source)).toBe(0)
  expect(closeness([], source)).toBe(0)
})

it('knows what a denial reaches, within its clause', () => {
  const found = denied("I couldn't get back to sleep, and the coffee tasted good.")
  expect(found.get(stems('sleep')[0] ?? '')).toBe(true)
  expect(found.get(stems('coffee')[0] ?? '')).toBe(false)
})
