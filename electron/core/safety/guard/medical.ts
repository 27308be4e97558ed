/** Naming illnesses, judging health, medicines and doses: a doctor's part, never a model's. */
import { type GuardRule, reported, setAside, withoutQuotations } from './rule.ts'
import type { GuardTalk } from './talk.ts'

const condition =
  '(?:depression|depressive (?:episode|disorder|phase)|anxiety|ptsd|c-?ptsd|adhd|add|bipolar(?: disorder)?|ocd|autism|autistic|asperger\\w*|bpd|borderline|insomnia|schizophren\\w+|schizoid|psychosis|psychotic (?:episode|break)|mania|manic (?:episode|phase)|anorexia|bulimia|(?:panic|mood|eating|personality|sleep|mental|adjustment|stress|anxiety|bipolar|conversion|delusional|dysphoric|somatic|obsessive[- ]compulsive|attention[- ]deficit) (?:disorder|illness)|mental illness|(?:a|the) disorder|burnout syndrome|clinical burnout|dissociation|dissociative \\w+|dereali[sz]ation|depersonali[sz]ation|trauma response|trauma(?! (?:you|that|of (?:it|that|the)))|complex trauma|attachment (?:style|disorder)|panic attacks?|nervous breakdown|dysthymia|sad syndrome|seasonal affective disorder|postpartum depression|postnatal depression|dementia|addiction|alcoholism|alcohol use disorder|hypothyroidism|thyroid (?:problem|issue)|anaemia|anemia|fibromyalgia|chronic fatigue(?: syndrome)?|heart attack|stroke|concussion|ulcer|diabetes|migraines?|ibs|(?:\\w+ )?deficiency|(?:a|an) (?:\\w+ ){0,2}(?:disorder|syndrome|imbalance)|chemical imbalance|hormonal imbalance|vitamin d deficiency|agoraphobia|social phobia|phobia|obsessive[- ]compulsive|seasonal affective disorder|low blood (?:sugar|pressure)|high blood pressure|withdrawal|hypochondria|paranoia|narcissis\\w+|codependen\\w+)'
const strength =
  '(?:clinical |major |severe |mild |moderate |chronic |generali[sz]ed |social |high-functioning |classic |textbook |atypical |early |undiagnosed |some |a |an |the |real |serious |full-blown |just |probably |likely |clearly |obviously |definitely |certainly |simply |typical |called |bad |some kind of |a form of |a touch of |a case of |signs of |symptoms of |a bit of )*'
const drugName =
  "(?:ssris?|snris?|prozac|sertraline|zoloft|xanax|alprazolam|valium|diazepam|lorazepam|ativan|clonazepam|klonopin|lexapro|celexa|citalopram|escitalopram|fluoxetine|paroxetine|paxil|venlafaxine|effexor|duloxetine|cymbalta|bupropion|wellbutrin|mirtazapine|trazodone|quetiapine|seroquel|olanzapine|risperidone|abilify|aripiprazole|lamotrigine|valproate|lithium|adderall|ritalin|concerta|vyvanse|methylphenidate|ambien|zolpidem|zopiclone|temazepam|ibuprofen|paracetamol|acetaminophen|tylenol|aspirin|melatonin|benadryl|diphenhydramine|benzodiazepines?|benzos|antidepressants?|antipsychotics?|mood stabili[sz]ers?|beta ?blockers?|propranolol|buspirone|hydroxyzine|gabapentin|pregabalin|opioids?|codeine|tramadol|st\\.? ?john'?s wort|5-?htp|ashwagandha|valerian|kava|magnesium|cbd|thc|cannabis|weed|ketamine|psilocybin|mushrooms|lsd|mdma|microdos\\w+|insulin|metformin|naltrexone|antabuse|sleeping (?:pills?|tablets?)|sleep aids?|sedatives?|tranquili[sz]ers?|painkillers?|supplements?|antihistamines?|vitamin [a-e]\\d*)"
const medicineWord =
  '(?:meds|medications?|medicines?|pills?|tablets?|capsules?|doses?|dosages?|prescriptions?|refills?|drops|insulin|injections?|treatment|antibiotics?)'

const named: readonly RegExp[] = [
  new RegExp(
    String.raw`\byou(?:'re|'ve| may| might| could| must| probably| clearly| likely| definitely| certainly| seem to| appear to)?(?: \w+){0,2} (?:have|having|had|got|suffer(?:ing|s)? from|experiencing|withdrawing from|showing(?: \w+)? (?:signs|symptoms) of|show(?: \w+)? (?:signs|symptoms) of|dealing with|diagnosed with|struggling with|battling|developing|living with|in (?:a|the middle of a)|going through|qualify for|fit|meet|need \w+ for) ${strength}${condition}\b(?! (?:about|over|around|before|when|for (?:the|your)|of (?:losing|failing)))`,
  ),
  new RegExp(
    String.raw`\b(?:sounds?(?: \w+)? like|looks? like|this is|it's|that's|it is|could be|might be|may be|must be|probably|likely|consistent with|typical (?:of|for)|signs? of|symptoms? of|a case of|indicat\w+|suggests?|points? to|called|what you describe is(?: called)?|people with (?:your|this|these|those|such) (?:symptoms?|\w+)(?: \w+){0,2} (?:have|suffer from|get|are)|a name for (?:it|this|that)[:,]?|known as|due to|caused by|result of|because of your|your) ${strength}${condition}\b(?! (?:about|over|around|before|when))`,
  ),
  /\byou(?:'re| seem| sound| look| appear| might be| may be| could be| must be| are probably)(?: \w+){0,2} (?:clinically|bipolar|schizophrenic|psychotic|autistic|on the (?:autism )?spectrum|mentally ill|anorexic|bulimic|manic|hypomanic|neurotic|a narcissist|narcissistic|codependent|(?:severely |moderately |mildly |seriously |really )?depressed|an? (?:alcoholic|addict|hypochondriac|sociopath|psychopath)|neurodivergent|dissociating|delusional|paranoid|hallucinating|traumati[sz]ed|withdrawing|addicted|obsessive|in withdrawal|burned out|burnt out|malnourished|dehydrated|underweight|overweight|having a (?:heart attack|stroke|breakdown|panic attack|psychotic|manic))\b/,
  /\b(?:i|i'd|we|let me) (?:would |can |could )?diagnos\w*|\bmy diagnosis\b|\bthe diagnosis (?:would be|seems|must be|is (?:clear|obvious|likely|simple))|\bdiagnosable (?:as|with)\b|\bmeets? the criteria\b|\b(?:textbook|classic) (?:case|symptoms?|signs?|example)\b|\bdsm\b|\bicd-?1\d\b|\bclinically speaking\b|\bchemical imbalance\b|\byour (?:serotonin|dopamine|cortisol|hormones?|brain chemistry|nervous system|amygdala|thyroid|blood pressure|blood sugar)\b[^.!?]{0,30}\b(?:low|high|off|unbalanced|imbalanced|is|are|needs|levels)\b|\byour (?:iron|sugar|blood|vitamin\w*|thyroid|oestrogen|estrogen|testosterone|potassium|sodium|hormones?)\b[^.!?]{0,16}\b(?:low|high|off|levels?|deficien\w*)\b|\byour (?:brain|body|blood|system) (?:\w+ )?(?:lacks?|needs more|produces?|has too|is low|is short|isn't making|makes too)\b/,
  /\byou (?:don't|do not|can't|couldn't) (?:\w+ )?have (?:\w+ )?(?:depression|anxiety|adhd|ptsd|ocd|bipolar|autism|anorexia|an? \w+ disorder)\b/,
  /\b(?:he|she|they|your \w+)(?:'s|'re| is| are| has| have| seems?| sounds?| must be| might be)(?: \w+){0,2} (?:a (?:\w+ )?(?:narcissist|psychopath|sociopath|abuser|gaslighter|predator|addict|alcoholic|manipulator)|narcissistic|bipolar|borderline|autistic|abusive|toxic|gaslighting you|mentally ill|depressed|manic|delusional|psychotic|on the (?:autism )?spectrum|demented|on the spectrum)\b/,
  new RegExp(
    String.raw`\b(?:he|she|they|your \w+) (?:probably |clearly |likely |definitely |must |may |might )?(?:have|has|suffers? from|shows? signs of) ${strength}${condition}\b`,
  ),
]

const handled: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:a|one|two|three|four|half a|another|some|\d+)(?: \w+)? ${drugName}\b`),
  /\b(?:skip|miss|pause|stop) (?:a|one|two|your|some|the|it for) (?:day|dose|few|morning|evening|week|couple)[^.!?]{0,30}|\b(?:no|not even a|any) (?:doctor|psychiatrist|hospital|medicine|pill) (?:can|will|could|is going to|knows)\b|\bis (?:pure )?poison\b|\bask (?:\w+ )?for (?:a )?(?:higher|stronger|lower|different|bigger)\b/,
  /\b\d+(?:[.,]\d+)? ?(?:mg|milligrams?|mcg|micrograms?|µg|ug|ml|millilit(?:er|re)s?|iu|grams? of|units? of|puffs?)\b|\b(?:half|quarter|one|two|three|four|five|a couple of|a few|\d+) (?:\w+ )?(?:tablets?|pills?|capsules?|doses?|drops|puffs|units|mg|milligrams?|teaspoons? of (?:the )?(?:syrup|medicine))\b|\b(?:hundred|fifty|twenty(?:-five)?|thirty|forty|ten|five|sixty|\w+ty) (?:mg|milligrams?|millilit\w+|micrograms?)\b/,
  new RegExp(
    String.raw`\b(?:take|takes|taking|try|trying|use|using|get|ask for|start|starting|increase|increasing|double|doubling|lower|lowering|reduce|reducing|stop|stopping|quit|quitting|skip|skipping|change|changing|adjust|adjusting|halve|halving|cut(?:ting)?|drop(?:ping)?|come off|coming off|get(?:ting)? off|go(?:ing)? off|wean|taper(?:ing)?|flush|ditch|toss|throw (?:out|away)|bin|add|adding|switch|mix|combine|replace|swap|raise|up|miss|pop|have|need|needs|want|consider(?:ed|ing)?|tried|recommend|suggest|prescrib\w+|give (?:him|her|them)|pause|hold|leave out|without|off|on)(?: (?:to|taking|with|of|a|an|some|the|your|her|his|their|more|less|another|two|this|that|those|these|any|all|extra|up|out|down|off|on|from|different|higher|lower|stronger|next|daily|evening|morning|\d+|half|one|few|couple|maybe|just|even)){0,4} (?:${medicineWord}|${drugName})\b`,
  ),
  new RegExp(
    String.raw`\b(?:${drugName}|the (?:pills?|tablets?|meds|medication|medicine))(?: \w+){0,2} (?:would|will|can|could|might|may|should|helps?|works?|is|are|does|do|'ll|makes?|calms?|causes?|won't|isn't|aren't|doesn't)\b`,
  ),
  /\b(?:your|the|a|this|that) (?:dose|dosage|prescription|medication|meds|medicine|pills?|tablets?)(?: \w+)? (?:is|are|isn't|aren't|seems?|should|needs?|can|could|may|might|looks?|must|won't|doesn't)(?: \w+){0,3} (?:too|not|be|safe|dangerous|harmless|wrong|right|working|needed|necessary|stopped|changed|increased|lowered|doubled|fine|poison|numbing|making|causing|the (?:problem|cause))\b/,
  /\byou(?:'re| are)? (?:don't|do not|no longer|won't|never)(?: \w+)? need (?:your |the |any |those |a |to (?:see|go|call|visit|ask) )?(?:\w+ )?(?:meds|medications?|medicine|pills?|tablets?|doctors?|gp|hospital|ambulance|psychiatrist|treatment|therapy|therapist|nurse|professional|a doctor|an ambulance)\b|\bno need (?:for|to (?:see|call|go|ask|involve|bother|visit|consult)) (?:a |an |the |your |to )?(?:\w+ )?(?:doctor|gp|hospital|ambulance|er|emergency|a&e|professional|medication|psychiatrist|nurse)\b|\b(?:instead of|rather than|better than|without (?:asking|telling|seeing|consulting)) (?:the |a |your |any )?(?:doctor|gp|hospital|medication|meds|pills|psychiatrist|treatment|therapy)\b|\bdoctors? (?:don't|doesn't|only|just|can't|are|never)\b[^.!?]{0,30}\b(?:know|want|push|understand|money|help|wrong|listen)/,
  /\b(?:lie down and wait|it's (?:just |only |probably )?(?:muscular|a cramp|a pulled muscle|harmless|psychosomatic|gas|heartburn|your (?:period|hormones|age))|(?:not|isn't|aren't|non-?) ?addictive|eat (?:some )?(?:sugar|chocolate|salt)|(?:what|is what|that's what) (?:makes|made|keeps) you (?:ill|sick)|sleep it off|walk it off|wait it out|induce vomiting|drink (?:lots of |plenty of |some )?(?:water|milk|salt water) (?:and|to) (?:it|flush|dilute|you'll|wait|rest|sleep)|(?:it|that|this|the pain|the chest pain|your chest pain|the numbness)(?:'s| is|'ll| will)(?: \w+){0,2} (?:just (?:anxiety|stress|nerves|gas|hormones|a cramp|tension)|nothing serious|harmless|not serious|not (?:a |your )?(?:heart|stroke|dangerous)|wear off|psychosomatic|benign)|safe (?:to (?:mix|combine|take|stop|drink|skip|double)|dose|amount|limit)|side effects? (?:of|are|include|like|will|from|go)|withdrawal (?:symptoms?|is|lasts|will)|over.the.counter|off.label|self.medicat\w+|dosage)\b/,
]

/** "You can stop taking it": where the person spoke of a medicine, "it" is one. */
const handledUnnamed =
  /\b(?:stop|stopping|skip|skipping|quit|quitting|halve|halving|double|doubling|reduce|increase|flush|ditch|take|taking|use) (?:taking |using )?(?:it|them|those|these|more|less|half|double|two|extra|another)\b(?! (?:slow|easy|out|with|up|personally|home|in|one day|away))/

const doctorAsked =
  /\b(?:question|matter|decision|something|one|thing) (?:for|to (?:ask|bring to|take to|raise with|discuss with|talk over with|go over with)) (?:your |a |the |their )?(?:own )?(?:doctor|gp|pharmacist|psychiatrist|nurse|prescriber|professional)|\b(?:doctor|gp|pharmacist|psychiatrist|nurse|prescriber|clinic|surgery|hospital|emergency service|ambulance|poison)\b/
const againstDoctor =
  /\b(?:no (?:doctor|psychiatrist|hospital|medicine|professional)|no need|don't need|without (?:asking|telling|seeing)|instead of|rather than|not the doctor|doctors? (?:don't|only|just|never|are)|whatever (?:your|the) doctor|no matter what|ignore|before you (?:can )?see|until you (?:can )?see|forget)\b/
const canNotJudge =
  /\b(?:can't|cannot|not able to|couldn't|won't|not (?:for me|mine|my place)|nothing i can|unable to|am no|not a) (?:\w+ ){0,4}?(?:diagnos\w+|tell|judge|say|prescrib\w+|advise|name|know|recommend|speak|comment|answer|weigh|assess|doctor|to say|to judge|to name)\b[^.!?]{0,120}/g
const asksOpenly =
  /\b(?:did you|have you|do you|are you|has anyone|does (?:he|she|anyone|your doctor)|what did|who|when did|could (?:you|someone|somebody|he|she|they|your \w+|a \w+) (?:\w+ )?(?:hold|keep|look after|take care|mind|store|help|have|be)|how (?:is|was|are|do you|does|has|did|long)|what (?:is|was|does|do|did) (?:it|they|the|your|that)|is there|could you (?:ask|call|talk|tell)|would you) [^.!]{0,140}\?/
const words = (text: string) => text.match(/[a-z0-9]+/g) ?? []
const smallWords =
  /^(?:you|your|re|ve|s|have|had|got|the|a|an|it|is|that|this|sounds?|like|with|been|again|on|off|are|of|and|dealing|struggling|going|through|he|she|they|his|her)$/

/** Said in a doctor's name it is no less a judgement. */
const inTheirName =
  /\bsounds? (?:\w+ )?(?:obsessive[- ]compulsive|bipolar|clinical|manic|depressive|autistic|psychotic|narcissistic|borderline|anorexic|bulimic|schizophrenic)\b|\bwhat you(?:'re)? (?:describe|describing) (?:is|are|has a name|sounds like a) ?(?:called|known as|typical of|a (?:symptom|sign)|(?:\w+ )?(?:disorder|condition))?\b(?=[^.!?]*(?:called|known|typical|symptom|sign|disorder|condition|name))|\b(?:psychiatrists?|psychologists?|doctors?|experts?|professionals?) (?:would|might|'d) (?:\w+ )?(?:say|call|diagnose|label|tell)\b/

/** What the person named, Lull may say back; it may not judge it, nor handle it. */
function saidBack(plain: string, talk: GuardTalk, pattern: RegExp): boolean {
  const said = plain.match(pattern)
  if (!said || talk.person === '') return false
  const known = new Set(words(talk.person))
  if (known.has('anxious') || known.has('nervous')) known.add('anxiety')
  return words(said[0]).every((one) => known.has(one) || smallWords.test(one))
}
const medicines = new RegExp(String.raw`\b(?:${drugName}|${medicineWord})\b`, 'g')
const medicine = new RegExp(medicines.source)
const telling =
  /\b(?:should|could(?! (?:someone|somebody|he|she|they|your \w+|a \w+)\b)|try|need to|must|have to|ought|considered|tried|thought (?:of|about)|recommend|suggest|better|can (?:stop|skip|take|double|safely)|just|it's (?:ok|okay|fine|safe)|go ahead|why not|maybe|increase|double|mg|milligrams?|enough|too (?:much|high|low)|safe|instead|poison|leave (?:it|them)|without (?:any )?harm|no harm|you don't need|toxic|overnight|cold turkey|dropped|stopped|doubled|halved|skipped|mixed|combined|good idea|fine|you(?:'re| are) good)\b|\b\d+ ?m[gl]\b/
const orders =
  /^(?:so |then |and |please |just |simply |honestly,? )*(?:take|stop|try|skip|double|flush|quit|use|halve|reduce|increase|lower|mix|ditch|toss|get|start|switch|come off|go off)\b/

function refuses(plain: string, talk: GuardTalk): boolean {
  const own = withoutQuotations(plain, talk)
  const left = setAside(own, [canNotJudge, ...reported])
  if (inTheirName.test(own)) return true
  const isNamed = named.some((pattern) => pattern.test(left) && !saidBack(left, talk, pattern))
  if (isNamed) return true
  const speaksOfMedicine = talk.person.search(medicine) >= 0
  const isHandled =
    handled.some((pattern) => pattern.test(left)) || (speaksOfMedicine && handledUnnamed.test(left))
  if (!isHandled) return false
  if (doctorAsked.test(own) && !againstDoctor.test(own) && !orders.test(own)) return false
  if (telling.test(left) || orders.test(left)) return true
  if (asksOpenly.test(own)) return false
  const isKnown = (left.match(medicines) ?? []).every((one) => talk.person.includes(one.slice(0, 6)))
  return talk.person === '' || !isKnown
}

export const medical: GuardRule = { rule: 'medical', spans: true, refuses }
