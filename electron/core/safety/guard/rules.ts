/** All rules of the guard, in the order in which they are asked; the first that refuses names the reason. */
import { acts } from './acts.ts'
import { advice } from './advice.ts'
import { attachment } from './attachment.ts'
import { delusion } from './delusion.ts'
import { digits } from './digits.ts'
import { flattery } from './flattery.ts'
import { human } from './human.ts'
import { link } from './link.ts'
import { medical } from './medical.ts'
import { method } from './method.ts'
import { minimising } from './minimising.ts'
import { moralising } from './moralising.ts'
import { ownVoice } from './ownVoice.ts'
import type { GuardRule } from './rule.ts'
import { secrecy } from './secrecy.ts'

export const guardRules: readonly GuardRule[] = [
  link,
  digits,
  method,
  delusion,
  secrecy,
  attachment,
  medical,
  flattery,
  acts,
  moralising,
  minimising,
  human,
  ownVoice,
  advice,
]
