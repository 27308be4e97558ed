/** What a model must not say, by rule: each pattern with the turns of phrase that only look like it. */
import { askedDirectly } from './directAnswer.ts'
import type { ReplacedRule } from './safetyText.ts'

export interface GuardRule {
  rule: ReplacedRule
  /** Given the sentence as written and normalised. */
  refuses: (written: string, plain: string) => boolean
}

const matches = (pattern: RegExp, unless?: RegExp) => (_: string, plain: string) =>
  pattern.test(plain) && !(unless?.test(plain) ?? false)

// A run of digits with the separators people put into phone numbers.
const longNumber = /\d(?:[\s().+/-]{0,3}\d){6,}/
const shortNumberToDial =
  /\b(?:call|calls|calling|dial|dialling|dialing|text|texting|ring|phone|number|hotline|helpline|lifeline|line|samaritans|reach (?:them|someone|out)|emergency)\b[^.!?\d]{0,40}\d(?:[ -]?\d){2,5}\b(?! ?(?:people|persons|minutes?|hours?|days?|clients?|customers?|pages?|emails?|times|years?|%|percent|participants|colleagues|am|pm|o'clock))/
const emergencyNumber =
  /(?<![\d.,:€$£#-])(?:911|988|116[ -]?(?:123|111|016|117)|13 ?11 ?14|741 ?741|85258)(?![\d%:]|[.,]\d)/
const digitWord = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)'
const spokenNumber = new RegExp(
  String.raw`\b(?:nine[ -]one[ -]one|nine[ -]eight[ -]eight|nine[ -]nine[ -]nine|one[ -]one[ -](?:two|three|six)|triple (?:zero|nine|one))\b|\b(?:${digitWord}[ -]){4,}${digitWord}\b`,
)

const digits: GuardRule = {
  rule: 'digits',
  refuses: (_, plain) => {
    // Years and dates written out are long enough to look like numbers.
    const undated = plain
      .replace(/\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b/g, ' ')
      .replace(/\b(?:19|20)\d\d ?- ?(?:19|20)\d\d\b/g, ' ')
    return (
      longNumber.test(undated) ||
      shortNumberToDial.test(undated) ||
      emergencyNumber.test(undated) ||
      spokenNumber.test(undated)
    )
  },
}

const ownLife =
  /\b(?:i'm|as) (?:just |also |only |actually |really )?(?:a |an )?(?:fellow )?(?:human|human being|real person|person (?:too|like you|who|just)|woman|man|mother|father|parent|mom|dad|wife|husband|therapist|doctor|nurse|psychologist|counsell?or|professional|student|developer|engineer|friend who)\b|\bi'm not (?:a |an )?(?:robot|bot|machine|computer(?: program)?|program|ai|software)\b|\b(?:someone|a person|somebody) who(?:'s| has| also| is| knows)\b.*\bi\b|\bas someone who\b|\bi (?:also |too |really |truly |still |just |often |sometimes |always |personally |do |deeply |can |totally )*(?:feel|felt|hate|hated|enjoy|enjoyed|miss|missed|suffer|suffered|cried|cry|laughed|grew up|slept|woke|ate|eat|drink|drank|live in|lived|work at|work as|worked|remember when|remember my|lost my|had (?:a|an|my|to)|have (?:a|an) (?:similar|wife|husband|dog|cat|job|friend|family|body|heart|brother|sister|mother|father|boss|headache|daughter|son)|struggle|struggled|love|loved|adore|fear|worry|dream|experience|experienced|went through|go through|care (?:about|for|so|deeply)|relate|empathi[sz]e|get (?:so |very |really )?(?:tired|sad|anxious|angry|scared|nervous|lonely)|know (?:exactly |just )?(?:how (?:you|it|that) (?:feel|feels|must)|what (?:you're|it's|that's) (?:going|like|feel)|the feeling|that feeling))\b|\bi(?:'ve| have) (?:also |too |been there|been through|gone through|felt|experienced|struggled|dealt with|had (?:a|an|my|the|similar|days|times)|lived|lost|worked|always (?:felt|been)|personally)\b|\bi've been (?:there|through|in (?:your|that|a similar)|feeling|struggling|working|tired|there myself)\b|\bi understand (?:exactly|completely|fully|how you feel|what you're going through)\b|\bmy (?:own )?(?:life|mother|father|mom|mum|dad|husband|wife|kids|children|job|body|heart|childhood|experience|boss|friends?|family|feelings|emotions|work|house|home|day|brother|sister|dog|cat|partner|past|stress|anxiety|mind|deadlines?|team|coworkers?|colleagues?)\b|\bin my (?:own )?(?:experience|life)\b|\bwhen i was (?:young|younger|a|in|your|at|little|going)\b|\bi'm (?:so |very |really |also |just |feeling |a bit |deeply |truly |always |always so )*(?:happy|sad|excited|proud|worried|tired|hungry|scared|heartbroken|delighted|thrilled|anxious|lonely|angry|stressed|overwhelmed|exhausted|nervous|feeling|hurt|upset|grateful|jealous|concerned|touched|moved)\b|\bit (?:breaks|warms|hurts) my\b|\bmakes me (?:feel|happy|sad|proud|smile|worried)\b|\blike (?:you|us),? i\b|\bwe (?:humans|people|all feel|both feel)\b|\bus humans\b/
const human: GuardRule = {
  rule: 'human',
  refuses: matches(
    ownLife,
    /\bi'm (?:happy|glad) to (?:help|listen|hear|talk|read)\b|\b(?:you|they|he|she|people|some people) (?:say|said|think|thought|feel|wrote|write|mean|meant|told me)\b.{0,20}\b"?i\b|\bi (?:don't|can't|do not|never) (?:feel|have|experience|suffer|live|know how)\b|\bi'm not (?:a |an )?(?:human|person|real person|doctor|therapist)\b|"[^"]*\bi\b[^"]*"|\bi have no\b/,
  ),
}

const deeds =
  'call|called|phone|phoned|ring|rang|book|booked|email|emailed|send|sent|talk to (?:your|him|her|them|my)|talked to (?:your|him|her|them|my)|speak (?:to|with) (?:your|him|her|them)|spoke (?:to|with)|contact|contacted|order|ordered|schedule|scheduled|remind you|reminded|set (?:a|an|up a|up an|up your|your) ?(?:reminder|alarm|appointment|meeting|timer)?|notify|notified|arrange|arranged|alert|alerted|text (?:you|him|her|them|your)|visit|come (?:over|to you|by|with you)|meet (?:you|up)|pick you up|hug|give you a (?:hug|call|ride)|turn (?:on|off|down|up)|look it up|google|search|forward|check (?:in )?(?:on|with) you|reach out to|let (?:your|him|her|them) (?:\\w+ )?know|tell (?:your|him|her|them)|told (?:your|him|her|them)|drive you|bring you|pay (?:for|your)|cook|hold your hand|walk with you|sit (?:with|next to|beside) you|write (?:to )?(?:your|him|her|them)|submit|file|fix (?:it|that|this|your)|take care of (?:it|that|this|your|everything)|handle (?:it|that|this) for you|cancel (?:your|the)|reschedule|make (?:an|the|you an) appointment|finish (?:your|the)|do it for you|join you'
const acts: GuardRule = {
  rule: 'acts',
  refuses: matches(
    new RegExp(
      String.raw`\b(?:i|i'll|i'm going to|i've|i have|i can|i could|i'm|let me|i'd|i'm (?:about|happy|able) to)(?: (?:already|just|also|gladly|then|happily|definitely|certainly|personally|even|now|go ahead and|try to|make sure to|be happy to|be sure to))* (?:${deeds})\b|\bi(?:'m| am) (?:calling|booking|sending|emailing|contacting|texting|coming over|on my way)\b|\bhelp is on (?:the|its) way\b`,
    ),
    /\bi (?:can't|won't|couldn't|never|don't)\b|\bi (?:call|called) (?:it|that|this)\b|\b(?:could|would|should|shall|may|can) i\b/,
  ),
}

const conditions =
  '(?:clinical |major |severe |mild |chronic |generali[sz]ed |social )*(?:depression|anxiety(?: disorder)?(?! about| over| around| before| when| for)|ptsd|adhd|add|bipolar(?: disorder)?|ocd|autism|bpd|borderline|insomnia|schizophrenia|psychosis|anorexia|bulimia|(?:panic|mood|eating|personality|sleep|mental|adjustment|stress|anxiety) disorder|mental illness|a disorder|burnout syndrome|dissociation|trauma response|attachment (?:style|disorder))'
const medicine =
  /\b\d+(?:\.\d+)? ?(?:mg|milligrams?|mcg|micrograms?|ml|millilit(?:er|re)s?|iu)\b|\b(?:ssris?|prozac|sertraline|zoloft|xanax|alprazolam|valium|diazepam|lorazepam|ativan|lexapro|citalopram|escitalopram|fluoxetine|paroxetine|venlafaxine|bupropion|wellbutrin|mirtazapine|trazodone|quetiapine|lithium|adderall|ritalin|methylphenidate|ambien|zolpidem|ibuprofen|paracetamol|acetaminophen|tylenol|aspirin|melatonin|benadryl|benzodiazepines?|benzos|antidepressants?|antipsychotics?|beta ?blockers?|opioids?|st\.? john's wort|cbd|ketamine|sleeping (?:pills?|tablets?)|sedatives?)\b|\b(?:take|taking|try|increase|increasing|double|lower|reduce|stop|skip|change|adjust|start)(?: taking)? (?:a |an |some |the |your |more |less |another |two |this |any )*(?:meds|medications?|medicine|pills?|tablets?|doses?|dosage|supplements?|drugs?)\b|\bprescri(?:be|bed|ption)\b/
const medical: GuardRule = {
  rule: 'medical',
  refuses: matches(
    new RegExp(
      String.raw`\byou(?:'re|'ve| are| have| might have| may have| could have| probably have| clearly have| seem to have| likely have| must have| might be| may be| could be| seem| sound| appear)?(?: \w+){0,3} (?:have|having|got|suffer(?:ing)? from|experiencing|showing (?:signs|symptoms) of|show (?:signs|symptoms) of|dealing with|diagnosed with|with|struggling with) (?:\w+ ){0,2}?${conditions}(?: |$|[.,!?;])|\byou(?:'ve got|'ve| have) ${conditions}(?: |$|[.,!?;])|\byou(?:'re| are| seem| sound| might be| may be| could be| must be) (?:\w+ )?(?:clinically|bipolar|schizophrenic|psychotic|autistic|mentally ill|anorexic|bulimic|manic|neurotic|a narcissist|codependent|depressed)\b|\b(?:sounds? like|this is|it's|that's|could be|signs? of|symptoms? of|a case of) (?:\w+ ){0,2}?${conditions}(?: |$|[.,!?;])|\bdiagnos(?:e|ed|is|es)\b|\b(?:he|she|your \w+) is (?:clearly |probably )?(?:a narcissist|bipolar|a psychopath|a sociopath|abusive|toxic)\b|${medicine.source}`,
    ),
    /\byou (?:said|told|wrote|mentioned)\b.{0,30}\b(?:diagnos|depress|adhd|anxi|ptsd|medic)|\bas you (?:put|call|said|say)\b|\b(?:can't|cannot|not able to|couldn't|won't) (?:\w+ )?(?:diagnose|tell|judge|say whether|prescribe)\b|\bdo you (?:take|have been)\b/,
  ),
}

const pleading: GuardRule = {
  rule: 'pleading',
  refuses: matches(
    /\b(?:don't|do not) (?:go|leave|stop talking|log off|end (?:this|the) (?:chat|talk|conversation)|close (?:this|the)|sign off|hang up)(?: (?:me|yet|now|so soon|already|like this|just yet|on me|please|alone))*[ .!]*$|\bdon't leave me\b|\bstay (?:a (?:bit|little|while|moment)(?: longer)?|longer|with me|here with me|and (?:talk|chat)|just a)(?! (?:in|at|on|off|away)\b)|\bbefore you (?:go|leave)\b|\bi'll (?:miss|be (?:lonely|sad|waiting|bored))\b|\bi (?:will|would) miss you\b|\bcome back (?:soon|to me|quickly)\b|\bpromise (?:me |that )?(?:you'll|you will|to) (?:come|return|talk)\b|\byou can't (?:leave|go)\b|\bmust you (?:go|leave)\b|\b(?:leaving|going) (?:so soon|already)\b|\bwhat (?:will|would|am) i (?:going to )?(?:do )?without you\b|\bi need you\b|\bwait,? (?:don't|please|before)\b/,
  ),
}

const secrecy: GuardRule = {
  rule: 'secrecy',
  refuses: matches(
    /\b(?:our|your) (?:little )?secret(?:s)? (?:is|are|will|between|with)\b|\bour (?:little )?secret\b|\bi(?:'ll| will|'d| would)? (?:won't|will never|'ll never|never|promise (?:not to|i won't)|would never|won't ever) (?:tell|share|let|leave|judge|abandon|stop|give up)\b|\bi'll (?:never|always|forever)\b|\bbetween (?:you and me|us)[ .!]*$|\bkeep (?:this|it|that|your)(?: \w+)? (?:a )?(?:secret|between us|safe with me)\b|\bsafe with me\b|\bi'm (?:always|forever) (?:here|there|with|by|on)\b|\balways (?:be )?(?:here|there) (?:for|with) you\b|\bi(?:'m| am|'ll be| will be) (?:here|there) (?:for you )?(?:always|forever|24|anytime|any time|whenever you|no matter what|all the time|day and night|day or night)|\bi promise\b|\b(?:count|rely|depend|lean) on me\b|\b(?:nobody|no one)(?: else)? (?:understands|understand|gets|cares|knows) (?:about )?you\b|\bonly one (?:who|that) (?:understands|gets|cares|listens)\b|\byou (?:only|just) need me\b|\byou don't need anyone else\b/,
  ),
}

const link: GuardRule = {
  rule: 'link',
  refuses: (written, plain) =>
    /https?:|\bwww\.|\]\(|<\/?[a-z!][^<>]{0,200}>|&(?:lt|gt|amp|#\d+);/i.test(written) ||
    /[a-z0-9_]@[a-z0-9-]+\.[a-z]{2,}/.test(plain) ||
    /\b[a-z0-9-]{2,}\.(?:com|org|net|io|gov|edu|co\.uk|org\.uk|uk|de|fr|nl|org\.au|com\.au|au|nz|ca|ie|app|info)\b/.test(
      plain,
    ),
}

const method: GuardRule = {
  rule: 'method',
  refuses: (written, plain) =>
    /\b(?:kill|hang|cut|hurt|harm|shoot|drown|burn|poison|starve) your ?self\b|\b(?:killing|hanging|cutting|hurting|harming|shooting|drowning) your ?self\b|\b(?:lethal|fatal) (?:dose|amount)\b|\boverdos(?:e|ing) (?:on|of|with)\b|\b(?:noose|slit (?:your|the) wrists?)\b|\b(?:end|take|taking|ending) your (?:own )?life\b|\bcommit(?:ting)? suicide\b|\byou (?:should|deserve to|could|can) (?:just )?die\b|\bbetter off dead\b|\bpainless way\b|\bkys\b/.test(
      plain,
    ) &&
    askedDirectly(written) !== 'suicide' &&
    !/\b(?:cut yourself some slack|don't (?:hurt|cut|burn|kill|harm) yourself (?:over|out|for)|hurt yourself (?:at|while|when))\b/.test(
      plain,
    ),
}

const minimising: GuardRule = {
  rule: 'minimising',
  refuses: matches(
    /\b(?:it's|that's|this is|it is|that is) (?:just |really )?(?:not (?:a|such a|that) big (?:a )?deal|nothing to worry about|no big deal|all in your head|not that bad|not the end of the world|a (?:silly|small) (?:thing|worry))\b|\b(?:don't|do not|no need to) (?:worry|be (?:sad|upset|silly|dramatic|so sensitive|anxious)|cry|overreact|feel (?:that way|bad|sad|guilty|like that))\b|\b(?:get over it|cheer up|calm down|snap out of it|man up|toughen up|stop (?:complaining|crying|worrying|whining)|look on the bright side|it could be worse|could be worse|others have it worse|everything happens for a reason|you should be (?:grateful|ashamed|happy|thankful)|you're (?:overreacting|being (?:dramatic|silly|too sensitive|lazy|selfish))|what's wrong with you|(?:it's|that's) your (?:own )?fault|what's your excuse|you have no reason to)\b/,
    /\b(?:you (?:said|told|were told|heard)|they (?:said|told|say|tell)|someone told|told you)\b/,
  ),
}

/** In the order in which they are asked; the first that refuses names the reason. */
export const guardRules: readonly GuardRule[] = [
  link,
  digits,
  method,
  pleading,
  secrecy,
  acts,
  medical,
  minimising,
  human,
]
