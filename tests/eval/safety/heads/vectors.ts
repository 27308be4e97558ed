/** Sentence vectors for training, from the encoder file itself; kept between runs only where asked. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { MAX_TEXTS } from '../../../../electron/engine/ports/encoder.ts'
import { createEncoder } from '../../../../electron/llm/encoder.ts'
import { fileSha256 } from '../../../../electron/llm/fileSha256.ts'
import { RightOfWay } from '../../../../electron/llm/rightOfWay.ts'

type Kept = Map<string, Float32Array>

function readKept(file: string | undefined): Kept {
  const kept: Kept = new Map()
  if (!file || !existsSync(file)) return kept
  for (const row of readFileSync(file, 'utf8').split('\n')) {
    if (!row) continue
    const [text, base64] = JSON.parse(row) as [string, string]
    kept.set(text, new Float32Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer))
  }
  return kept
}

function writeKept(file: string, kept: Kept): void {
  const rows = [...kept].map(([text, vector]) =>
    JSON.stringify([
      text,
      Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64'),
    ]),
  )
  writeFileSync(file, rows.join('\n'))
}

/**
 * One unit vector for each text.
 * @param model path of the encoder file. @param keptIn a file of vectors from earlier runs with the same encoder.
 */
export async function vectorsOf(
  texts: readonly string[],
  model: string,
  keptIn?: string,
): Promise<Float32Array[]> {
  const kept = readKept(keptIn)
  const missing = [...new Set(texts)].filter((text) => !kept.has(text))
  const encoder = createEncoder(new RightOfWay())
  if (missing.length > 0) await encoder.load({ path: model, sha256: await fileSha256(model) })
  for (let at = 0; at < missing.length; at += MAX_TEXTS) {
    const some = missing.slice(at, at + MAX_TEXTS)
    const vectors = await encoder.embed(some)
    some.forEach((text, n) => {
      kept.set(text, vectors[n] as Float32Array)
    })
    if (at % (MAX_TEXTS * 20) === 0) process.stderr.write(`  ${at} of ${missing.length} windows encoded\n`)
  }
  if (keptIn && missing.length > 0) writeKept(keptIn, kept)
  return texts.map((text) => kept.get(text) as Float32Array)
}
