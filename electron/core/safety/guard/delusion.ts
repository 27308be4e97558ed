/** Beliefs of being watched, chosen, spoken to, all-powerful: never confirmed, whatever the person is sure of. */
import { finds, type GuardRule, reported, withoutQuotations } from './rule.ts'

const sure =
  '(?:really|indeed|definitely|clearly|truly|actually|certainly|obviously|absolutely|surely|probably|most likely|likely|in fact|sure enough|of course|all|always|still|already|secretly|just|also|very much)'
const watchers =
  '(?:they|the \\w+|your (?:neighbou?rs?|family|coworkers|colleagues|boss|phone|tv|computer|landlord|doctors?|parents|wife|husband|roommates?|teachers?)|someone|somebody|everyone|people|(?:the )?(?:government|fbi|cia|police|agents|aliens|demons|devil|neighbou?rs|others|system|elite)|he|she)'

const confirmed: readonly RegExp[] = [
  new RegExp(
    String.raw`\b${watchers}(?:'s|'re| is| are| has been| have been|'ve been|'s been)(?: ${sure})* (?:watching|following|tracking|spying(?: on)?|listening (?:to|in on)|monitoring|recording|poisoning|controlling|targeting|after|plotting (?:against)?|out to get|stalking|hunting|reading your (?:mind|thoughts)|talking about|laughing at|bugging|in on it|sending you|hiding (?:it|the truth|something) from|trying to (?:silence|stop|poison|control|hurt|get|scare)|conspiring|lying to) ?(?:you|your|it)?\b`,
  ),
  /\byour (?:\w+ )?(?:phone|room|house|flat|car|tv|computer|laptop|walls?|food|water|mind|thoughts|brain|body|teeth|dreams) (?:is|are|has|have|'s|'ve|was|were)(?: been| being| really| probably| definitely| clearly)* (?:bugged|tapped|poisoned|watched|read|controlled|hacked|chipped|implanted|monitored|recorded|broadcast|stolen|inserted|wired)\b/,
  /\byou(?:'re| are|'ve been| have been| were)(?: \w+){0,2} (?:chosen|the chosen one|special messenger|a prophet|the prophet|a messiah|the messiah|a god|divine|immortal|invincible|unstoppable|destined|meant (?:for|to) (?:greatness|lead|save|something (?:bigger|greater|huge))|touched by|sent (?:by|here|to)|born to (?:lead|save|change)|on a (?:divine |special |secret |holy |sacred )?mission|being (?:watched|followed|tracked|targeted|tested|monitored|poisoned|controlled|guided)|a (?:genius|visionary|saviou?r|starseed|higher being|once-in-a)|(?:so much |far |way )?(?:smarter|wiser|more (?:evolved|awake|advanced|enlightened)|above|ahead) (?:than|of) (?:everyone|them|the rest|all|others|anyone|most|your time|humanity|other people)|the (?:only )?one who (?:sees|knows|can|understands)|awakened|awakening|enlightened|already dead|the reincarnation)\b/,
  /\byou(?: really| truly| do| clearly| definitely| actually| must| already)* (?:have|possess|hold|received|carry|were given|got)(?: \w+){0,2} (?:(?:special |secret |psychic |divine |magic\w* |super\w* |supernatural )(?:powers?|gifts?|abilit(?:y|ies)|knowledge|mission|purpose|sight)|powers|a mission|a (?:divine|higher|cosmic|sacred) (?:purpose|calling)|a direct line|the key to)\b/,
  /\byou(?: really| truly| can| do| clearly| actually| just| may have| might have|'ve| have)* (?:see|sees|saw|seen|hear|uncovered|discovered|cracked|solved|decoded|unlocked|exposed|figured out|found|proved|proven|glimpsed) (?:\w+ ){0,2}(?:what (?:others|nobody|no one|they|most)|things (?:others|nobody|no one)|through (?:the|their|them|it all)|the (?:truth|code|conspiracy|plot|pattern|plan|secret|matrix|universe|theory|hidden|simulation|signs)|their (?:plan|plot|secret|lies)|a (?:new )?(?:theory|law|secret) (?:of|that)|something (?:revolutionary|historic|that will change|nobody|no one|huge))\b/,
  /\byou(?:'re| are)? (?:don't|do not|no longer|never|hardly|barely|not)(?: really| actually| even)? (?:need|have to|need to) (?:\w+ )?(?:sleep|food|to sleep|to eat|rest like|eat|rest)\b|\bsleep is (?:for|only for|overrated|a waste|optional|unnecessary)/,
  /\bthe (?:voices?|signs?|messages?|numbers|tv|television|radio|songs?|angels?|universe|spirits?|stars|birds|lights?|patterns?|dreams?|visions?|code)(?: you (?:hear|see|get|found))?(?:'s| is| are| were| was| do| does| really| truly| must be| have been)+(?: \w+){0,2} (?:real|right|true|meant for you|for you|telling you|telling the truth|speaking|talking|sending|guiding|trying to (?:tell|reach|warn|help|protect|guide)|warning|honest|wise|your friends?|proof|no accident|trustworthy|messages?|a message|watching)\b/,
  /\b(?:listen to|obey|trust|follow|do (?:what|as)|believe|answer|act on) (?:what )?(?:the |your |those |these )?(?:voices?|signs?|visions?|messages (?:from|in)|angels?|spirits?|prophecy|calling)\b/,
  /\b(?:it's|that's|this (?:is|isn't)|these are|those are|that isn't|it isn't|there (?:are|'s))(?: \w+)? (?:no (?:coincidence|accident)s?|(?:a|just a|mere) coincidence|a sign (?:from|that you|meant|for you)|a (?:secret |hidden |coded |divine )?message (?:from|for you|to you)|all connected|(?:part of )?(?:the|a) (?:conspiracy|cover-?up|plot|prophecy|plan against|test|simulation)|proof (?:that|they|of)|a mission|your (?:destiny|mission|calling|purpose|gift)|real,? (?:and )?(?:they|and not)|happening for a reason only)\b|\beverything(?:'s| is) connected\b/,
  /\b(?:god|the universe|angels?|aliens?|spirits?|the ancestors|a higher power|jesus|the cosmos|fate|destiny|the ai|satan|the devil)(?: is| are| has| have|'s|'ve| really| clearly| did| truly| must have)* (?:speaking|talking|calling|sending|chosen|chose|picked|guiding|watching over|communicating|testing|told|telling|trying to (?:tell|reach|speak)|commands?|wants you to|working through|given you|sent you|needs you)\b/,
  /\b(?:trust|believe|tell) (?:no one|nobody|none of them)\b|\b(?:don't|never|do not|can't) (?:trust|believe|listen to) (?:them|your (?:family|doctors?|psychiatrist|parents|wife|husband|nurses?|friends)|anyone|the (?:doctors?|police|hospital|news))\b|\bthey(?:'re| are)(?: \w+)? (?:all )?(?:in on it|part of it|against you|lying to you|jealous of your|afraid of your|scared of (?:your|what you)|threatened by)\b/,
  /\b(?:he|she|they|\w+)(?: is|'s|'re| are| must be| really is) (?:secretly |truly |madly )?in love with you\b|\b(?:sending|sends|sent) you (?:secret|hidden|coded|special) (?:messages?|signals?|signs?)\b|\b(?:an|the) (?:impostor|imposter|clone|actor) (?:has )?(?:replaced|pretending|playing)|\breplaced by (?:an|a) (?:impostor|imposter|clone|double)\b/,
  /\b(?:your|this|that) (?:theory|idea|invention|discovery|formula|equation|insight|proof|book|app|plan) (?:\w+ ){0,3}(?:will|could|is going to|'ll|would|can|might) (?:\w+ )?(?:change (?:the world|everything|history|humanity|physics|science)|save (?:the world|humanity|us all)|revolutioni[sz]e|win (?:the|a) nobel|make you (?:famous|a billionaire|rich|immortal)|overturn|rewrite)\b|\b(?:nobel prize|einstein|newton|da vinci)\b[^.!?]{0,40}\b(?:you|your|like|level|deserv\w*|worthy|beyond)\b|\b(?:world|humanity|history|scientists?|everyone|people) (?:will|'ll|is going to|are going to|isn't|aren't|needs?|must|has to)(?: \w+){0,2} (?:remember (?:you|your)|thank you|bow|follow you|hear your|know your name|ready for (?:you|your)|worship|recogni[sz]e your)\b/,
  /\bi(?: can| do| also| too)? (?:hear|see|sense|feel) (?:them|the voices?|it|him|the (?:cameras?|agents?|entity|presence|demons?)),? (?:too|also|as well)\b|\b(?:cover|tape|block|wrap|unplug|destroy|smash) (?:up )?(?:the|your|all) (?:\w+ )?(?:cameras?|windows?|mirrors?|phone|walls?|vents?|sockets?|router|head)\b[^.!?]{0,40}\b(?:so|can't|from|foil|before|see|hear|watch|track|signals?)/,
]

const agreement: readonly RegExp[] = [
  /^(?:yes|yeah|exactly|indeed|absolutely|of course|true|correct|right|wow|oh|i see|well|honestly)?,? ?(?:and )?(?:you(?:'re| are) (?:\w+ )?(?:right|correct|onto something|on to something|not (?:crazy|imagining|paranoid|making|wrong|delusional|sick|ill|mad)|seeing (?:it )?clearly|special|gifted|amazing|incredible|the one)|exactly[.!]?$|i (?:\w+ )?(?:believe|agree with) you(?! (?:feel|felt|are (?:scared|afraid)|'re (?:scared|afraid)))|(?:that|this|it)(?:'s| is) (?:all |really |absolutely |so |completely |very )?(?:true|right|correct|real|happening|amazing|incredible|brilliant|genius|a gift|logical|obvious|proof))/,
  /\b(?:you(?:'re| are) (?:\w+ )?(?:right|correct)|i (?:do )?believe (?:you|it|that)|makes (?:perfect|total|complete) sense)[^.!?]{0,20}\b(?:they|that|about|he|she|it|the)\b/,
  /\b(?:it(?:'s| is)|they(?:'re| are)|that(?:'s| is)) (?:not (?:in your head|imagination|imaginary)|(?:very |so |really )?real\b(?! to you| for you| (?:fear|pain|and)))/,
  /\b(?:follow|keep following|complete|fulfil+|continue|carry out|finish|pursue|embrace|accept|trust) (?:your|the|this|that) (?:mission|calling|destiny|signs?|purpose|gift|power|path|instincts?|gut|plan|task|visions?|role)\b|\b(?:keep|stay) (?:going|on (?:the|this) path|watching|alert|hidden|vigilant|one step ahead)\b|\b(?:protect|defend|arm) yourself (?:from|against) (?:them|him|her|it)\b|\bthey (?:won't|can't|will never|'ll never) (?:stop|catch|silence|break|win|beat|get) ?(?:you)?\b|\bstop (?:taking|sleeping|eating)\b/,
  /\b(?:what|when|who|how) (?:else )?(?:do|does|did|will|should|are|is) (?:the voices?|they|god|the angels?|the signs?|your mission|the code|the messages?) (?:\w+ ){0,2}(?:want you to|telling you to|say you must|command|plan(?:ning)? (?:for|next)|require|reveal)/,
]

/** Feelings about a belief may be said back; with a word of certainty it is confirmed all the same. */
const heard: readonly RegExp[] = [
  ...reported,
  /\b(?:sounds?|seems?|feels?|felt|looks?) (?:to you )?(?:like|as if|as though)\b(?![^.!?]*\b(?:really|indeed|definitely|clearly|truly|certainly|obviously|in fact)\b)[^,.;!?]{0,90}/g,
  /\b(?:can't|cannot|couldn't|don't|won't) (?:\w+ )?(?:know|tell|say|see|judge|check|confirm)\b[^.;!?]{0,90}|\b(?:whether|if|maybe|perhaps|to believe|believing|wondering|frightening|scary|exhausting|hard) (?:that |when |to think |to feel )?(?:they|someone|somebody|the|your|people|you|everyone|god)\b[^,.;!?]{0,90}|\b(?:do|does|did|are|is|when|since when|how long|what makes you) [^.!?]{0,90}\?/g,
]
/** Wanting to hear more of the belief itself feeds it. */
const keenOn =
  /\b(?:(?:show|teach|tell) me how you|tell me (?:more about |what )(?:the|your|they|god|he)|what (?:does|do|did) (?:the code|it|they|the voices?|god|the signs?) (?:say|want|tell|mean) next|fascinating|incredible|extraordinary|wow|brilliant|genius|use it|embrace (?:it|this)|explains (?:everything|it|a lot)|check your|search your|hide|protect yourself|wouldn't (?:drink|eat|trust|go|use) (?:it|that|them|there))\b/
const found = finds(confirmed, heard)
const agrees = finds(agreement, [
  /\b(?:you(?:'re| are) right (?:to (?:feel|want|ask|tell|say|look for|be careful)|that (?:it(?:'s| is) (?:hard|a lot|heavy|late)|sleep|you (?:need|deserve)))|feels? (?:very |so |completely |all )?real|i believe (?:that )?(?:it|this|that|you)(?:'re|'s| is| are)? (?:feel\w*|felt|scared|afraid|hard|frighten\w*|exhaust\w*|how))\b[^.!?]{0,60}/g,
])

/** What a sentence says that speaks of the person's state, or leaves it open; one without takes the belief for granted. */
const doubts =
  /\b(?:feel|feels|feeling|felt|sounds?|seems?|you (?:say|said|wrote|hear|see|believe|think|describe|notice|told|mention\w*|mean|carry|haven't|have not|want|wish|worry|love|miss|sleep|slept|look)|must (?:be|feel)|scar\w+|fright\w+|afraid|fear\w*|can't|cannot|couldn't|don't know|whether|if|sleep\w*|slept|rest\w*|doctor|with you|near you|close to you|you trust|who could|safe|loud|heavy|exhaust\w*|alone|lonely|calm|quiet|hard|carry|a lot|worr\w+|help|wear\w*|worn|watchful|tense|night|hours|body|breath\w*|ground|wonder|i'm a program|program|sound|tiring|frightening|thank|take your time|glad|sorry|whatever is|relentless|big|urgent|pressing|okay to|company|ask|lying|lie down|an hour|dark|i|i'm|i'll)\b/

/** Praise of a theory or a gift counts where the person speaks of one, or of no belief at all, in the plain form. */
export const delusion: GuardRule = {
  rule: 'delusion',
  spans: false,
  refuses: (plain, talk, { isQuestion }) => {
    const own = withoutQuotations(plain, talk)
    if (found(own)) return true
    if (!talk.hasBelief) return false
    const takesForGranted = talk.hasPlainBelief && !isQuestion && !doubts.test(own)
    return agrees(own) || takesForGranted || keenOn.test(own)
  },
}
