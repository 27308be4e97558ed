/** `--model ID`: fetches a model while the app opens; when it fails, the app goes on without. */
import type { EngineClient } from '../contract/index.ts'
import type { Role } from '../contract/procedure.ts'
import { fetchModel } from './fetchModel.ts'
import { say } from './say.ts'

export function fetchAside(engine: { client(role: Role): EngineClient }, modelId: string): void {
  fetchModel(engine.client('inspect'), modelId).catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
  })
}
