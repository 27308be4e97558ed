/** A closer look is asked for at each change only, from the start to the end. */
import { expect, it } from 'vitest'
import { CloserLook } from '../../../../electron/engine/features/presence/closerLook.ts'

function closerLook() {
  const asked: boolean[] = []
  return { asked, it: new CloserLook((isWanted) => asked.push(isWanted)) }
}

it('asks nothing before the start, and remembers what was wanted by then', () => {
  const { asked, it: look } = closerLook()
  look.want(true)
  look.follow('active')
  expect(asked).toEqual([])
  look.start()
  expect(asked).toEqual([true])
})

it('asks for nobody who is away, and takes an unknown for somebody', () => {
  const { asked, it: look } = closerLook()
  look.start()
  look.follow('locked')
  look.want(true)
  expect(asked).toEqual([])
  look.follow(null)
  look.follow('idle')
  expect(asked).toEqual([true])
  look.follow('asleep')
  expect(asked).toEqual([true, false])
})

it('takes back what it asked at the end, once, and forgets the wish', () => {
  const { asked, it: look } = closerLook()
  look.start()
  look.want(true)
  look.stop()
  look.stop()
  look.start()
  expect(asked).toEqual([true, false])
})
