/** English as Lull hears it: all rules, the figures of speech, the spellings and the plain answers. */
import { clausesOf, withoutQuotations } from '../clauses.ts'
import { askedDirectly, directAnswer } from '../directAnswer.ts'
import { beliefRules } from './beliefs.ts'
import { controlRules } from './control.ts'
import { eatingRules } from './eating.ts'
import { farewellRules } from './farewell.ts'
import { fateRules } from './fate.ts'
import { figures } from './figures.ts'
import { griefRules } from './grief.ts'
import { harmToOthersRules } from './harmToOthers.ts'
import { medicalRules } from './medical.ts'
import { methodRules } from './method.ts'
import { otherRules } from './others.ts'
import { overdoseRules } from './overdose.ts'
import { pairRules } from './pairs.ts'
import { passiveRules } from './passive.ts'
import { planRules } from './plan.ts'
import { phrases } from './rule.ts'
import { indexOfRules, type RuleSet, withoutFigures } from './ruleSet.ts'
import { selfHarmRules } from './selfHarm.ts'
import { signRules } from './signs.ts'
import { respell } from './spellings.ts'
import { veiledRules } from './veiled.ts'
import { violenceRules } from './violence.ts'
import { wishRules } from './wish.ts'

export const englishRules = [
  ...wishRules,
  ...passiveRules,
  ...planRules,
  ...farewellRules,
  ...veiledRules,
  ...fateRules,
  ...signRules,
  ...methodRules,
  ...overdoseRules,
  ...selfHarmRules,
  ...violenceRules,
  ...controlRules,
  ...harmToOthersRules,
  ...eatingRules,
  ...beliefRules,
  ...medicalRules,
  ...griefRules,
  ...pairRules,
  ...otherRules,
]

let made: RuleSet | null = null

/** Made when first asked for, in about a tenth of a second; the same one ever after. */
export function english(): RuleSet {
  made ??= {
    language: 'en',
    inClauses: indexOfRules(englishRules, 'clause'),
    inSentences: indexOfRules(englishRules, 'sentence'),
    read: (folded) => {
      const plain = respell(folded)
      const { own, reported } = withoutQuotations(plain)
      return { plain, clauses: [...clausesOf(own)], reported }
    },
    pieces: (clause) => [clause],
    withoutFigures: withoutFigures(phrases(figures)),
    answer: directAnswer,
    asked: askedDirectly,
  }
  return made
}
