/** The made models are the same bytes everywhere, or token counts in other tests would mean nothing. */
import { expect, test } from 'vitest'
import { type TinyModel, tinyModelSha256, tinyModels } from '../fixtures/tinyGguf.ts'

const hashes: Record<TinyModel, string> = {
  chat: '52d0ce42f5799b5c0a7df0d928a3bf8563f6764783e0d16a350738d92b720879',
  endless: '4a013629cd8b36585789662d89a9afd2e895434917b58a6e877b52f881879e8d',
  hybrid: '26228dfa99233ac07faf937f279d7d2a9aa489482805d7db4a46796de41292f3',
  embed: 'f27f0825f6143a48f5f1b36f934c8440984ffe263d4fce53891641f15e53589e',
}

test.each(Object.keys(tinyModels) as TinyModel[])('%s is the same file on every machine', (kind) => {
  expect(tinyModelSha256(kind)).toBe(hashes[kind])
})
