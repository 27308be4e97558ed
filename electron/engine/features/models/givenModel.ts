/** A model file the inspecting door was given: talks instead of the selected one, and is never put on the list. */
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { modelFileName, modelTitle } from '../../../core/models/modelFileName.ts'
import { type ExamineParts, examineFile } from './examineFile.ts'
import { checkedFile, fileSha256 } from './importing.ts'
import type { StoredModel } from './modelsStore.ts'

/** @throws FILE_UNREADABLE, MODEL_BROKEN */
export async function givenModel(
  path: string,
  parts: ExamineParts,
  signal: AbortSignal,
): Promise<StoredModel> {
  const file = await checkedFile(path)
  const facts = await examineFile(parts, file.path, signal)
  const fileName = modelFileName(basename(file.path))
  return {
    id: randomUUID(),
    catalogueId: null,
    title: modelTitle(facts.title, fileName),
    fileName,
    sizeBytes: file.sizeBytes,
    sha256: await fileSha256(file.path, signal),
    licence: facts.licence,
    architecture: facts.architecture,
    parameters: facts.parameters,
    trainedContextTokens: facts.trainedContextTokens,
    addedAt: parts.clock.now(),
    path: file.path,
    owned: false,
  }
}
