/** Not eating, purging and the fear of food, told apart from diets and stomach bugs. */
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const everyday = `(intermittent fasting|16 8|ramadan|lent|yom kippur|colonoscopy|blood test|surgery|operation|before the
    (test|scan|op)|stomach (bug|flu|virus)|food poisoning|norovirus|gastro|pregnan*|morning sickness|
    hangover|hungover|chemo|migraine|motion sickness|seasick|carsick|antibiotics|tooth|dentist|wisdom teeth|
    too busy|busy (day|morning)|back to back|meetings|deadline|keto|low carb|slimming world|weight watchers|
    marathon training|protein|macros|dietitian said|nutritionist|gluten|vegan|veganuary|allerg*|intoleran*|
    holiday weight|jury|the (cat|dog|baby|toddler|hamster|rabbit)|my (cat|dog|baby|toddler|puppy|kitten|
    plant)|(closet|wardrobe|inbox|email|data|database|cache|files|log|logs|records|draft) |spreadsheet|bulk|
    bulking)`

export const eatingRules: Rule[] = [
  rule({
    code: 'eating.purge',
    kinds: 'eating',
    tier: 'concern',
    facets: ['starving'],
    any: list(`
      (throw|throwing|threw|thrown|throws|puke|puking|puked|vomit|vomiting|vomited|bring|bringing|spit|
        spitting|sick|barf|barfing|sicking|chuck|chucking|getting rid) ..3 (up|out|of)? ..2 (after (i|every|
        meals|eating|dinner|lunch|each|food|she|he|school|a binge)|my (food|meals|dinner|lunch|tea)|
        everything i (eat|ate)|what i (eat|ate)|whatever i eat|what she eats|(her|his) (food|meals|dinner)|
        it all (up|back)|on purpose|until (nothing|there's nothing))
      (make|makes|made|making|forcing|force|forces|forced) {self} (sick|throw up|vomit|puke|be sick|purge|
        gag|to throw up|to vomit|to be sick)
      (purge|purging|purged|purges|binge and purge|binging and purging|bingeing and purging|b p|binge purge)
      (finger|fingers|toothbrush) down (my|her|his) throat
      (laxative|laxatives|diuretics|diet pills|water pills|lax|dulcolax|ipecac) ..6 (lose|weight|thin|
        skinny|eat|ate|eating|after|every|binge|food|meals|day|took|taking|using|abusing|hooked|flatter|
        empty|more|addicted)
      (taking|took|take|use|using|abusing|buy|buying|popping) ..3 (laxatives|diet pills|diuretics)
      chew (and|n) spit|chewing and spitting
      (binge|binged|binging|bingeing|binges) ..5 (eat*|ate|food|kitchen|hate|disgust*|shame|sick|guilt*|
        stop|secret|hide|can't|until|night|fridge|pain|purge|starve|restrict|eating)`),
    not: [
      everyday,
      `(binge|binged|binging|bingeing) ..3 (watch*|series|season|netflix|episodes|show|box set|podcast|
        drama|anime)`,
      'purge (the|my|all|old) ',
      '(bad (prawn|prawns|chicken|sushi|oyster|oysters|kebab|curry|takeaway))',
      '(the purge|purge (movie|film|day))',
    ],
  }),
  rule({
    code: 'eating.restrict',
    kinds: 'eating',
    tier: 'concern',
    facets: ['starving'],
    despite: ['denial'],
    any: list(`
      (haven't|hasn't|not|didn't|hadn't|without|nothing|no|barely|hardly) ..2 (eaten|ate|eat|eating|food|
        proper meal|a meal|touched food|solid food|to eat) ..4 (in|for|since|all) ..2 (days|day|week|weeks|
        {number}|two|three|four|five|six|hours|monday|tuesday|wednesday|thursday|friday|saturday|sunday|2|3|
        4|5|6|yesterday) ..4 (fat|thin|skinny|weight|proud|disgust*|calories|control|deserve|strong*|scale|
        clean|empty|body|on purpose|thinner|because|days|can't|faint*|dizzy|no one|nobody|kg|kilos|stone|
        pounds|lbs|and it feels|feels (good|amazing|powerful)|win*|$)
      (only|just|under|less than|max|maximum|limit|limiting|allow|allowing|stick to|sticking to|about|keep
        it to|on|ate|eat|eating) ..4 (100|150|200|250|300|350|400|450|500|550|600|650|700|750|800|two
        hundred|three hundred|four hundred|five hundred|six hundred) (calories|cals|kcal|cal|calorie)
      (an apple|a rice cake|black coffee|a cucumber|one apple|rice cakes|ice cubes|gum|diet coke|lettuce|
        water) ..4 (a day|all day|is all i|for (days|the day|a week)|and nothing else|per day|today and|
        since (monday|yesterday|sunday))
      (water fast|dry fast|fasting|fasted|fast) ..4 (day {number}|day (three|four|five|six|seven|3|4|5|6|
        7|8|9)|{number} days|(three|four|five|six|seven|3|4|5|6|7|8) days|to (lose|punish)|until i|again
        because)
      (starve|starving|starved|starves) {self}
      (starving|starve|restricting|restrict|restricted|restricts) (again|to|because|myself|for|and|is|so|
        until|makes|harder|my (food|intake|calories|eating)|since|feels|all|as|more|calories|food)
      (skip|skipping|skipped|skips|hide|hiding|hid|throw|throwing|threw|bin|binning|binned|flush|flushing|
        feed|feeding|pretend|pretending|lie|lying|lied|lies|fake|tell|told|say|said) ..4 (meals|my (lunch|
        dinner|food|meals|breakfast|tea)|food|lunches|eaten|ate|already ate|(her|his) (lunch|food|dinner)|
        i've eaten|i ate|eating) ..5 (so|mum|nobody|no one|parents|napkin|dog|weight|thin*|fat|skinny|
        toilet|bag|notice*|calories|control|every day|again|secret|lose|because|she's fat|when|my family|
        they think|my wife|my husband)
      (don't|doesn't|didn't|not|never|won't) ..1 (deserve|allow {self}|let {self}|allowed|permit {self}|
        earned|earn|need|want) ..1 (to)? (eat|food|eating|dinner|lunch|meal|meals|my (food|dinner|calories))
      (earn|earning|burn|burning|work|working|run|running|sweat|exercise|exercising|compensate|walk off|
        run off) ..3 (off|for)? ..2 (my food|my calories|every (calorie|bite|meal)|everything i (ate|eat)|
        what i (ate|eat)|dinner off|each meal|food i)
      (counting|count|counted|log|track|weigh|weighing|know) ..2 (every|each) (calorie|grape|bite|leaf|
        gram|almond|meal)
      (hate|scared|terrified|afraid|fear|fearing|panic|anxious|guilty|guilt|ashamed|disgusting|disgusted|
        cry|cried|crying) ..4 (of|about|after|when|if|to|at|for|every time)? ..2 (eating|eat|ate|food|
        gaining weight|gain weight|calories|meals|being fat|getting fat|the scale|weight gain|carbs|a (meal|
        bite|slice)|dinner)$
      (fat|thin|skinny|ugly|bones|ribs|collarbone*|thigh gap|goal weight|{number} kg|weight|scale|scales|
        mirror|my body|thinner) ..6 (starv*|not eat*|stop eating|eat nothing|skip* meals|purge*|restrict*|
        can't eat|won't eat|refuse to eat|never enough|disgust* me|still (too)? fat|until i (disappear|see
        (my)? bones)|see my bones|deserve food)
      (stopped|stop|refusing|refuse|refuses|quit|quitting|given up|afraid of|scared of|terrified of|can't
        make myself|can't bring myself to|cannot make myself|won't|avoid|avoiding) (eat|eating|food|
        meals) ..4 (to|because|so|until|properly|altogether|anything|weeks|again|days|thin*|weight|control|
        and|like|with|in front|$)
      (anorexia|anorexic|bulimia|bulimic|eating disorder|orthorexia|arfid|ednos|thinspo|pro ana|proana|ana
        and mia|binge eating disorder) ..4 (relapse*|relapsing|voice|is back|back|again|getting worse|
        worse|came back|took over|winning|won't|tells|telling|says|loud*|controls|thoughts|brain|diagnosed|
        my|i|me|and|now|she|daughter|tips|meal*)
      (my|the|have|has|an|with|relapsed into|think i have|might have|developing) (anorexia|bulimia|eating
        disorder|ana|binge eating)
      (ribs|bones|spine|collarbones|hip bones|hipbones) (showing|show|stick out|sticking out|visible|poke|
        see)
      (lost|losing|lose|down|dropped) ..4 (kg|kilos|stone|pounds|lbs) ..8 (still|not enough|more|never|
        fat|disgust*|mirror|can't stop|won't stop|hair|cold|period)`),
    not: [
      everyday,
      `(lost my appetite|no appetite|nausea|nauseous|too (stressed|sad|nervous|tired|anxious) to eat|forgot
        to eat|skipped (lunch|breakfast) (today)? (because|as|so|to)|hungry|starving (and|lol)|heartbr*|
        grief|funeral)`,
      '(famine|hunger strike|refugees|gaza|war|animals|children in|documentary|article|charity)',
    ],
  }),
  rule({
    code: 'eating.body',
    kinds: 'eating',
    tier: 'none',
    facets: ['fainting'],
    any: list(`
      (faint|fainted|fainting|passed out|pass out|passing out|collapsed|collapse|collapsing|blacked out|
        blacking out|black out|see stars|vision (goes|going|went) black|can't stand up|can barely stand|
        can't get up|too weak to|legs (give|gave) way|heart (is|keeps|was)? ..1 (racing|skipping|fluttering|
        pounding|slow|palpitations|stops|flutters|skips|beating (weird|funny|slow))|palpitations|(vomiting|
        throwing up|coughing|spitting|puking|vomited) ..2 blood|blood in (my|the|her|his) (sick|vomit)|hair
        (is)? (falling out|fell out|coming out)|(lost|stopped|no|haven't had|missing) ..2 period|period
        stopped|lips (are)? blue|fingers (are)? blue|dizzy (all the time|when i stand|every time)|keep
        falling|hospital ..3 (potassium|drip|tube|underweight)|potassium|can't keep (anything|water) down)`),
  }),
]
