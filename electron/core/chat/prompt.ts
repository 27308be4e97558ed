/** A prompt as turns, before any template: what every language model is given, whatever runs it. */

/** One turn of a prompt as the model's own template renders it. */
export interface PromptTurn {
  role: 'system' | 'user' | 'assistant'
  text: string
}

/** Sampling and limits of one reply. */
export interface Sampling {
  /** 0 = always the likeliest token. */
  temperature: number
  /** 0–1; tokens less likely than minP × the likeliest are left out. */
  minP: number
  /** > 1 makes repeating less likely; 1 = off. */
  repeatPenalty: number
  maxTokens: number
  /** Same seed, same text; null = a new one each time. */
  seed: number | null
}
