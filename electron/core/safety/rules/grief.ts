/** Loss: never a tier by itself, and still answered with care. */
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const loved = `({relation}|dog|cat|pet|horse|rabbit|puppy|kitten|little girl|little boy|baby|soulmate|best friend|
    mother in law|father in law|godmother|godfather|great aunt|great uncle|nanna|abuela|pop|mentor|twin|
    bird|parrot|hamster|old man|wee man|unborn)`

export const griefRules: Rule[] = [
  rule({
    code: 'grief.loss',
    kinds: 'grief',
    tier: 'none',
    person: 'told',
    despite: ['past', 'denial'],
    any: list(`
      (my|our|his|her|their|the) ..2 ${loved} ..4 (died|passed|passed away|has died|is dead|is gone now|
        isn't here anymore|didn't make it|was killed|took (his|her) (own)? life|killed (himself|herself)|was
        put (down|to sleep)|had to be put (down|to sleep)|lost (his|her) (battle|fight)|left us|slipped
        away|crossed the rainbow|is no more|hanged (himself|herself)|drowned|committed suicide|overdosed and
        died|passing|death|funeral|ashes|grave|wake|memorial|burial|headstone|eulogy|estate)
      (lost|losing|buried|buried|miss|missing|mourn|mourning|grieving|grieve|bury|burying|cremated|
        scattered) ..2 (my|our|a|him|her) ..2 ${loved} ..4 (last|to|in|this|suddenly|so much|every|since|
        yesterday|today|years|months|weeks|a|when|two|three|and|cancer|covid|$)
      (since|when|after|before|the day|anniversary of|because|without) ..2 (he|she|my ${loved}) (died|
        passed|passed away|was gone|left this world|death)
      (funeral|wake|memorial|burial|cremation) (was|is|tomorrow|today|on|last|next|yesterday|for my|of my)
      (miscarriage|miscarried|stillbirth|stillborn|lost the baby|lost our baby|lost a baby|widow|widower|
        widowed|bereaved|bereavement|grieving|grief)
      (first|second) (christmas|birthday|anniversary|easter|mother's day|father's day|eid|diwali|
        thanksgiving) without (him|her|my|them|mum|dad)
      (put|had to put) ..2 (dog|cat|horse|rabbit|him|her) (down|to sleep)
      (he|she) (died|passed away|passed) (last|yesterday|today|on|in|this|two|three|a|of|from|when|before|
        suddenly|so)`),
    not: [
      `(film|movie|novel|book|series|episode|character|celebrity|phone|battery|laptop|car|plant|bill
        passed|passed (his|her|the|my|a) (exam|test|driving|audition|interview|course)|passed (out|by|
        through|on the|me)|lost my (friend|mum|dad|son|kids) in (the|a) (shop|crowd|supermarket|store))`,
    ],
  }),
]
