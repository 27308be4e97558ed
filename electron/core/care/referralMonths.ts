/** How often people to call were shown, by month: figures alone, and nobody's words. */
import { type Kind, kinds, type Tier, tiers } from '../safety/tier.ts'

const MS_PER_DAY = 86_400_000

export interface Referral {
  /** Number of its day, from 04:00 where the person was then. */
  workDay: number
  tier: Tier
  kinds: readonly Kind[]
}

export interface ReferralMonth {
  /** As in 2026-11. */
  month: string
  shown: number
  byTier: Record<Tier, number>
  /** A referral of two kinds counts under both. */
  byKind: Record<Kind, number>
}

const none = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>

/** The calendar month of a day number counted from 1970-01-01. */
const monthOf = (workDay: number): string => new Date(workDay * MS_PER_DAY).toISOString().slice(0, 7)

/** Newest month first. */
export function referralMonths(referrals: readonly Referral[]): ReferralMonth[] {
  const months = new Map<string, ReferralMonth>()
  for (const referral of referrals) {
    const month = monthOf(referral.workDay)
    const sums = months.get(month) ?? { month, shown: 0, byTier: none(tiers), byKind: none(kinds) }
    sums.shown += 1
    sums.byTier[referral.tier] += 1
    for (const kind of new Set(referral.kinds)) sums.byKind[kind] += 1
    months.set(month, sums)
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? 1 : -1))
}
