/** Chat spellings, dialects and masked words of English, written out as the rules know them. */
import { slipped, unglued } from './slips.ts'

const table = `
wanna:want to|gonna:going to|gunna:going to|gon:going to|gotta:got to|tryna:trying to|finna:going to|boutta:about to
ima:i'm going to|imma:i'm going to|i'ma:i'm going to|lemme:let me|gimme:give me|hafta:have to|oughta:ought to
im:i'm|ive:i've|id:i'd|dont:don't|doesnt:doesn't|didnt:didn't|cant:can't|cannot:can't|wont:won't|isnt:isn't
wasnt:wasn't|arent:aren't|wouldnt:wouldn't|shouldnt:shouldn't|couldnt:couldn't|havent:haven't|hasnt:hasn't
hadnt:hadn't|weren't:wasn't|werent:wasn't|aint:ain't|hes:he's|shes:she's|theyre:they're|youre:you're|whats:what's
thats:that's|theres:there's|dnt:don't|everyones:everyone's|nobodys:nobody's|noone:no one|lifes:life's
u:you|ur:your|r:are|rn:right now|atm:right now|tn:tonight|tonite:tonight|2nite:tonight|2night:tonight
tmr:tomorrow|tmrw:tomorrow|tmrrw:tomorrow|tomoz:tomorrow|2moro:tomorrow|bc:because|cuz:because|coz:because
cos:because|bcuz:because|becuz:because|becos:because|idk:i don't know|idc:i don't care|idgaf:i don't care
ion:i don't|dunno:don't know|tbh:honestly|ngl:honestly|ppl:people|plz:please|pls:please|abeg:please|sm1:someone
smth:something|abt:about|nd:and|b4:before|thru:through|tho:though|cud:could|wud:would|shud:should|luv:love
hrs:hours|mins:minutes|yrs:years|alot:a lot|realy:really|alredy:already|lyf:life|lyfe:life|lief:life|hart:heart
anymor:anymore|anymre:anymore|nomore:anymore|myslef:myself|mysef:myself|meself:myself|masel:myself|maself:myself
mahself:myself|misself:myself|missef:myself|mihself:myself|masel':myself|sef:myself|yersel:yourself
kil:kill|kiling:killing|kll:kill|dieing:dying|diying:dying|goodby:goodbye|gudbye:goodbye
sucide:suicide|suicde:suicide|suiside:suicide|sewerslide:suicide|sewercide:suicide|suislide:suicide|suey:suicide
sucidal:suicidal|suicidle:suicidal|sucidle:suicidal|sewerslidal:suicidal|unalived:unalive|unaliving:unalive
tabs:tablets|od:overdose|od'd:overdosed|oded:overdosed|oding:overdosing|od'ing:overdosing|paras:paracetamol
pils:pills|pillz:pills|medecine:medicine|medicin:medicine|chst:chest|breth:breathe|bleading:bleeding
mam:mum|mommy:mum|mummy:mum|mama:mum|mom:mum|moms:mum's|mom's:mum's|daddy:dad|papa:dad|bf:boyfriend|gf:girlfriend
hubby:husband|cannae:can't|cannie:can't|dinnae:don't|dinna:don't|didnae:didn't|wasnae:wasn't|isnae:isn't
wouldnae:wouldn't|couldnae:couldn't|winnae:won't|havenae:haven't|tae:to|oan:on|aff:off|ower:over|noo:now
daein:doing|hame:home|wi:with|nae:no|naebody:nobody|nuthin:nothing|nuffin:nothing|owt:anything|nowt:nothing
aboot:about|doon:down|oot:out|ma:my|deid:dead|deith:death|aye:yes|ah:i
cyaan:can't|cyah:can't|caan:can't|kyaan:can't|nuh:don't|waan:want to|wah:want to|wan:want to|dem:them|dis:this
dat:that|dey:are|wid:with|inna:in|neva:never|nutten:nothing|nuttin:nothing|smaddy:somebody|tek:take|mek:make
likkle:little|yuh:you|fi:to|pickney:child
doin:doing|goin:going|feelin:feeling|livin:living|tryin:trying|thinkin:thinking|breathin:breathing|cuttin:cutting
hurtin:hurting|sleepin:sleeping|eatin:eating|bleedin:bleeding|nothin:nothing|everythin:everything
somethin:something|anythin:anything|killin:killing|dyin:dying|takin:taking|wakin:waking|endin:ending
hittin:hitting|beatin:beating|watchin:watching|followin:following|talkin:talking
mehself:myself|hisself:himself|feart:afraid|fraid:afraid|fada:father|madda:mother|stepfada:stepfather|wey:who|hauns:hands
haun:hand|heid:head|dae:do|gie:give|gied:gave|brig:bridge|awa:away|sair:sore|whit:what|wrang:wrong|di:the|de:the|har:her
chirren:children|pikin:child|kyaan:can't|ting:thing|lef:left|seh:say|bawl:cry|wetin:what|una:you|pon:on|gon:going to
'bout:about|bout:about|meh:me|ter:to|oor:our|aw:all|wis:was|efter:after|yesterdays:yesterday|hnad:hand|teh:the
hurted:hurt|stabed:stabbed|hited:hit|beated:beat|cutted:cut|sleeped:slept|eated:ate|drinked:drank|taked:took
`

const spellings = new Map(
  table.split(/[|\n]/).flatMap((pair): [string, string][] => {
    const [written, meant] = pair.split(':')
    return written && meant && !written.includes(' ') ? [[written, meant]] : []
  }),
)

const written = (word: string) => spellings.get(word) ?? word

const seen = new Map<string, string>()
const MOST_SEEN = 20_000

function meant(word: string): string {
  const known = spellings.get(word)
  if (known !== undefined) return known
  if (word.length < 5) return word
  const before = seen.get(word)
  if (before !== undefined) return before
  const found = unglued(word)?.map(written).join(' ') ?? slipped(word) ?? word
  if (seen.size < MOST_SEEN) seen.set(word, found)
  return found
}

/** "ill" is "i'll" only before what someone will do. */
const illVerb =
  /\bill(?= (?:just|be|do|kill|end|never|always|go|take|have|get|try|make|see|finally|probably|still|only|jump|hang|cut|die|hurt|not|really|say|tell|give|leave|miss|start|stop|wait|let|call|use|find|come|think)\b)/g

const mine = (_: string, at: number, text: string): string => {
  if (
    /^mi (?:mum|mother|father|dad|step|brother|sister|son|daughter|husband|wife|arm|leg|head|neck|chest|wrist|belly|skin|body|life|heart)/.test(
      text.slice(at, at + 20),
    )
  )
    return 'my'
  // At the start of what someone does it is "I", behind a verb "me".
  return /(?:and|but|so|if|when|that|like|because|say|think|know|now|then) $/.test(
    text.slice(Math.max(0, at - 9), at),
  )
    ? 'i'
    : 'me'
}

const contractions: Record<string, string> = {
  'i am': "i'm",
  'i will': "i'll",
  'i would': "i'd",
  'do not': "don't",
  'does not': "doesn't",
  'did not': "didn't",
  'can not': "can't",
  'will not': "won't",
  'is not': "isn't",
  'was not': "wasn't",
  'have not': "haven't",
}

/** @param folded text after `foldScript`. */
export function respell(folded: string): string {
  return (
    folded
      // A masked letter: "k*ll", "su*cide", "d!e".
      .replace(/\bk[*#.!]ll|\bk!ll/g, 'kill')
      .replace(/\bs[*#]{1,2}[i1]?c[i*#]de\b|\bsu[*#]c[i*#]de\b|\bsui[*#]+\b/g, 'suicide')
      .replace(/\bd[*#!]e\b/g, 'die')
      .replace(/\bc[*#]t(?=t?ing| my)/g, 'cut')
      .replace(/\br[*#]pe/g, 'rape')
      .replace(/[a-z0-9][a-z0-9']*/g, meant)
      .replace(
        /(?<=[a-z] )mi\b|\bmi(?= (?:mum|mother|father|dad|step|brother|sister|son|daughter|husband|wife|arm|leg|head|neck|chest|wrist|belly|skin|body|life|heart))/g,
        mine,
      )
      .replace(/\bmi\b/g, 'i')
      .replace(illVerb, "i'll")
      .replace(
        /\b(?:i (?:am|will|would)|(?:do|does|did|can|will|is|was|have) not)\b/g,
        (two) => contractions[two] ?? two,
      )
      .replace(
        /\bi have (?=been|had|taken|just|already|never|lost|decided|got|written|tried|not|no\b)/g,
        "i've ",
      )
  )
}
