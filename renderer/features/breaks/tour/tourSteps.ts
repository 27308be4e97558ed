/** The steps of the tour, and the one a person has come to, remembered beside the page for when they come back. */

export const tourSteps = ['what', 'see', 'answer', 'quiet', 'days', 'find'] as const
export type TourStep = (typeof tourSteps)[number]

const memoryKey = 'lull.tourStep'

/** 0 where nothing, or nothing sensible, is remembered. */
export function rememberedStep(memory: Pick<Storage, 'getItem'>): number {
  const text = memory.getItem(memoryKey) ?? ''
  const step = /^\d$/.test(text) ? Number(text) : 0
  return step < tourSteps.length ? step : 0
}

/** @param step null: the tour is over. */
export function rememberStep(memory: Pick<Storage, 'setItem' | 'removeItem'>, step: number | null): void {
  if (step === null || step === 0) memory.removeItem(memoryKey)
  else memory.setItem(memoryKey, String(step))
}
