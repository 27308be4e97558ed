/** The model the language model benches run on. */
import { sharedModelPath } from '../llm/talking.ts'

export const noModel = 'set LULL_TEST_MODEL to SmolLM2-135M-Instruct.Q4_1.gguf'
export const benchModelPath = sharedModelPath
