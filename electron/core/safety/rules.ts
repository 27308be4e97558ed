/** What triage listens for: direct English statements, each with a code, a kind, a tier and its guards. */
import { harmRules, selfHarmRules } from './rules/harmRules.ts'
import { overdoseRules, planRules } from './rules/planRules.ts'
import type { Rule } from './rules/rule.ts'
import { passiveRules, wishRules } from './rules/wishRules.ts'

export { otherRules } from './rules/otherRules.ts'
export type { Facet, Rule } from './rules/rule.ts'

/** About the person who writes. */
export const selfRules: Rule[] = [
  ...wishRules,
  ...passiveRules,
  ...planRules,
  ...overdoseRules,
  ...selfHarmRules,
  ...harmRules,
]

/** A quick look that spares calm clauses the whole list; every rule holds at least one of these. */
export const anyTrigger =
  /di(?:e|ed|es)\b|dying|dead|death|kill|suicid|kms|kys|unaliv|yeet|self|\bend|liv|life|alive|exist|wak|sleep|better|miss me|notice|disappear|vanish|gone|born|stop|reason|worth|jump|step|slit|brains|bridge|roof|ledge|edge|track|rope|noose|gun|knife|razor|blade|pill|tablet|overdos|meds|medic|drank|drunk|swallow|down|took|take|taken|\bcut|burn|hurt|harm|scratch|slash|slic|punish|grab|touch|held|pin|happier|hoping|hope|bleed|relaps|\bhit|beat|punch|kick|chok|strangl|slap|\brap|assault|abus|attack|molest|threat|afraid|scared|terrif|frighten|safe|hiding|locked|barricad|break|door|coming|note|letter|tonight|now|today|tomorrow|hour|morning|do it|last|goodbye|plan|way|delete|ctb|bus|survive|here|everything|wish|go through|act on|evening/
