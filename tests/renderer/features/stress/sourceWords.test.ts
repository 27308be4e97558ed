/** Names of sources as a person would say them. */
import { expect, it } from 'vitest'
import { sourceWords } from '../../../../renderer/features/stress/sourceWords.ts'
import { wordsOf } from './wordsOf.ts'

it.each([
  ['simulator/heavy', 'the simulator'],
  ['polar/H10 B5A2', 'H10 B5A2'],
  ['polar', 'polar'],
  ['5b0e1d3c-8a50-4c38-9c3e-0f6f6f3f1a10', 'a sensor of yours'],
  ['5b0e1d3c-8a50-4c38-9c3e-0f6f6f3f1a10/watch', 'watch'],
  ['', 'a sensor of yours'],
])('%s: %s', (source, said) => expect(sourceWords(source, wordsOf())).toBe(said))
