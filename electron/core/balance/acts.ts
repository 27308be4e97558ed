/** What happened outside Lull: people reached and things done, the only success that counts. */

export const actKinds = ['reachedSomeone', 'metSomeone', 'wentOut', 'didIt', 'slept'] as const
export type ActKind = (typeof actKinds)[number]

export interface Act {
  id: string
  atMs: number
  workDay: number
  kind: ActKind
  /** In the person's words; null = none. */
  note: string | null
}

export const MOST_ACT_NOTE = 200
