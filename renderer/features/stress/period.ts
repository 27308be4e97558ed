/** How much of the past is seen at once. */
export const periods = ['day', 'week', 'month'] as const
export type Period = (typeof periods)[number]
export const daysOf: Record<Period, number> = { day: 1, week: 7, month: 30 }
