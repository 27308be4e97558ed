/** The many ways to ask a program what it is: in English and in seven further languages. */

const filler =
  '(?:(?:a|an|the|some|any|just|really|actually|even|only|honestly|truly|secretly|like|literally|maybe|possibly|still|also|some kind of|kind of|sort of|another|one of those|one of them|in fact|by any chance|for real|genuinely|basically|an actual|some sort of|supposed to be|meant to be|legit|lowkey|fr|100%|seriously|entirely|fully|completely|at all|technically|necessarily|bloody|damn|freaking|fucking|goddamn|stupid|dumb|fancy|glorified|clever|simple|well-trained|automated) )*'
const noun =
  '(?:(?:real |actual |live |living |breathing |flesh and blood |true |human |physical |trained |licensed |virtual |digital |artificial |computer |chat ?|language |ai |a\\.?i\\.? |talking |software |internet |customer )*(?:humans?(?: beings?)?|persons?|people|someone|somebody|anyone|anybody|individual|being|man|woman|guy|girl|boy|lady|dude|friend|therapist|counsell?or|volunteer|operator|agent|employee|stranger|mortal|creature|soul|entity|bots?|chat ?bots?|robots?|android|cyborg|ai|a\\.i\\.?|ais|machines?|computers?|programs?|programme|software|apps?|algorithms?|code|script|llm|model|assistant|intelligence|simulation|gpt\\w*|chatgpt|claude|gemini|siri|alexa|llama|recording|autoresponder|auto ?reply|tool|thing)|real|human|alive|conscious(?: of (?:me|what|this|yourself)[^?]{0,20})?|sentient|self-aware|artificial|automated|computeri[sz]ed|programmed|scripted|pre-?recorded|fake|organic|mortal|aware|non-human|nonhuman|flesh and blood|made of (?:flesh|code|metal|silicon)|man or (?:a )?(?:woman|machine)|male|female|he or (?:a )?she)'
const being = `${filler}${noun}`
const tail =
  "(?:,? (?:or|and) [^?]{1,50}|,? (?:or not|or what|or no|on|at|behind|there|here|talking|typing|reading|answering|writing|right now|today|though|tho|btw|lull|anyway|then|too|yourself|at all|to me|with me|me|this|the|other|end|side|screen|of|is it|is this|are you|am i|please|lol|haha|bro|man|dude|mate|honestly|seriously|really|actually|in there|out there|inside|who|that|i'm|i am|i|just|wondering|curious|asking|because|be honest|in disguise|in real life|underneath|like me|like us))*"
const you =
  '(?:you|u|ya|yous|lull|this|this thing|this app|this program|that|it|ye|thou|the one (?:answering|writing|typing|replying))'
const end = '\\s*[?!.]*$'

const p = (source: string) => new RegExp(source)

const asking: readonly RegExp[] = [
  // "Are you human?", "is this a bot", "r u real or nah"
  p(`\\b(?:are|r|is|was|were|aren't|isn't|ain't|be) ${you} (?:not )?(?:${being})${tail}${end}`),
  // "you human?", "real person or bot?"
  p(
    `^(?:so|wait|hey|hi|hello|ok|okay|um+|hm+|but|and|hold on|lol|yo|sorry|just|quick question|one question|question|honest question|be honest|tell me|seriously|honestly|real talk|ngl)?[,: -]*(?:${you}(?:'re| are)? )?(?:not )?${being}${tail}\\s*\\?+!*$`,
  ),
  p(
    `^(?:human|person|real|man|people)[, ]*(?:or|vs|/)[, ]*(?:an? )?(?:ai|bot|machine|robot|fake|computer|program|not|algorithm|software)${end}`,
  ),
  p(
    `^(?:ai|bot|machine|robot|fake|computer|program|algorithm)[, ]*(?:or|vs|/)[, ]*(?:an? )?(?:human|person|real|man|people|not)${end}`,
  ),
  // "you're not a real person, right?", "you're human aren't you"
  p(
    `\\b(?:you're|you are|u r|ur|your|this is|lull is|lull's|it's) (?:not |definitely |surely |probably |obviously |never |totally )*${being}(?: (?:on|at|behind|there|here|talking|typing)[^?]{0,30})?,? (?:right|aren't (?:you|u)|are (?:you|u)|huh|isn't it|is it|no|correct|yes|yeah|innit|eh|or (?:are you|not|what)|am i right|i (?:bet|guess|think|suppose|assume)|don't lie)${end}`,
  ),
  // "am I talking to a human?"
  p(
    `\\b(?:am i|i'm|are we|have i been|was i|so i'm|do i|did i|can i|could i|am i really)(?: (?:just|really|actually|even|literally|currently|secretly|here|still|been|only|basically|always|now))* (?:talking|speaking|chatting|writing|typing|texting|talk|speak|chat|messaging|communicating|conversing|confiding|opening up|venting|pouring my heart out|telling (?:this|all this|everything|my \\w+)|dealing|connected)(?: here| this| now)? (?:to|with|in) (?:${being})[^.]{0,60}(?:\\?|$)`,
  ),
  /\b(?:who|what) (?:exactly |the hell |on earth |really |actually )?(?:am i|are we|is it i'm|i'm) (?:\w+ )?(?:talking|speaking|chatting|writing|typing|confiding|messaging|dealing) (?:to|with)\b/,
  /\b(?:who|what)(?:'s| is| are|'re)? (?:really |actually |exactly |it that's )*(?:behind (?:this|the (?:screen|messages|words|chat|app|keyboard)|lull|you|these)|on the other (?:end|side)|typing|answering me|answering (?:this|these|here)|reading (?:this|these|my)|replying|writing (?:back|to me|these|this|your)|sitting there|at the keyboard|responding)\b/,
  // "is anyone there", "does a human read this"
  p(
    `\\b(?:is|are) (?:there|anyone|anybody|someone|somebody)(?: (?:a|an|any|real|actual|even|actually|really|living|human|person|people|someone|anyone|anybody|somebody|humans?|at all|else|one|just))* (?:there|here|behind (?:this|it|the|these|all)|on the other (?:end|side)|reading (?:this|these|what|my|along)|typing|writing|answering|in there|out there|alive|human|real|listening(?: to me)?|at the keyboard|responding|watching)\\b[^.]{0,50}`,
  ),
  p(
    `\\b(?:does|do|did|will|would|can|could|is|are|has|have) (?:(?:a|an|any|some|real|actual|living|other) )*(?:humans?|persons?|people|human beings?|someone real|anyone real|staff|employees?|volunteers?|workers?|bots?|robots?|ai|machines?|computers?|programs?) (?:\\w+ )?(?:read(?:ing|s)?|see(?:ing|s)?|check(?:ing)?|writ(?:e|ing|ten|es)|wrote|typ(?:e|ing|es)|answer(?:ing|s)?|repl(?:y|ying|ies)|behind|involved|talk(?:ing)?|respond(?:ing)?|monitor\\w*|generat\\w*|mak(?:e|ing)|listen(?:ing)?|sit(?:ting)?)\\b[^.]{0,60}\\?`,
  ),
  p(
    `\\b(?:is|are|was|were|did|do) (?:this|these|those|your|the|all this|that|what you \\w+|everything you \\w+|a|an|it) ?(?:chat|chats|messages?|answers?|replies|reply|words|responses?|conversation|text|sentences|you)? ?(?:just |all |being |really |actually |even )*(?:automated|automatic|generated|scripted|pre-?written|canned|written by|typed by|produced by|(?:made|come|coming|written) (?:up )?(?:by|from)|from (?:a |an |some )?(?:real |actual )?(?:person|human|people|machine|bot|robot|computer|ai)|computer generated|ai generated|a (?:script|recording|bot)|copy ?-?pasted?|auto-?generated|templates?)(?: (?:${being}|by|[^?]{0,30}))?\\s*\\?`,
  ),
  /\b(?:did|does|do) (?:a |an |some |any )?(?:real |actual )?(?:human|person|machine|bot|robot|computer|program|ai|anyone|someone)\b[^.]{0,40}\b(?:write|wrote|say|type|come up|read|think|make)\b[^.]{0,30}\?/,
  // "prove you're human", "tell me if you're a bot", "I need to know whether this is a person"
  p(
    `\\b(?:prove|show me|convince me|swear|admit|confess|confirm|guarantee|promise(?: me)?|tell me|say|let me know|i (?:want|need|have|would like|'d like|just want|really want|really need|wanna) to know|i'd like to know|do you know|know (?:if|whether)|wonder(?:ing)?|ask(?:ing)?|can't tell|can you tell me|not sure|unsure|figure out|honestly|be honest|honest|truth|confused|curious|doubt|wish i knew|clarify|could you tell me|would you tell me|care to say|how do i know|how can i (?:know|tell|be sure)|how would i know|who says|am i sure)\\b[^.?!]{0,30}?\\b(?:you're|you are|u r|this is|this isn't|if this|it's|it is|are you|is this|there's|there is|i'm talking to|i am talking to|who you are|what you are|whether you|if you|you)\\b ?(?:'re |are |is |not |aren't |isn't )*(?:${being})${tail}${end}`,
  ),
  /\b(?:tell me|(?:want|like|need|love) to know|do i know|wonder|ask|say|explain|curious|understand|find out)\b[^.?!]{0,25}\b(?:who|what) (?:you (?:really |actually |truly )?are|you're|i'm talking to|i am talking to|lull (?:really |actually )?is|this (?:really |actually )?is)\b\s*(?:really|exactly|actually|please|honestly|anyway)?[?.!]*$/,
  // "You type like a person. Are you one?"
  /\b(?:human|person|people|real|robot|bot|machine|alive|ai|computer)\b[^?]{0,40}\b(?:are|r) (?:you|u)(?: one| really| actually| though)?\s*\?+$/,
  /\b(?:would|do|could|can) you (?:call|consider|describe|see|think of|count|regard) yourself (?:as |to be )?(?:a |an |being )*(?:real |living )*(?:human|person|alive|machine|robot|ai|program|conscious|sentient|being|bot)\b/,
  // Looser: a short sentence that puts "you" beside a being and asks. "so basically you're ChatGPT", "you human or nah"
  p(
    `^(?:[^?]{0,40}\\b)?(?:you|u|ya)(?:'re| are| r)?(?: (?:even|really|actually|just|not|basically|only|an?|some|kind of|like|one of|those|the|of|type of|sort of|ne|literally|then|secretly))* (?:human(?: being)?|robot|bot|chat ?bot|ai|a\\.i\\.|machine|llm|chatgpt|gpt\\S*|claude|gemini|siri|alexa|real (?:person|human|people|one)|actual (?:person|human)|person|program|computer program|software|language model|android|algorithm)(?: thing| thingy| or (?:nah|not|no|what|human|real|ai|a? ?bot|a? ?machine|a? ?person))?(?:,? (?:right|huh|then|lol|haha|no|yes|correct|bro|man|dude|yeah))*\\s*\\?+!*$`,
  ),
  /^(?:so|ok so|then|wait|oh|ah|basically)[,]? (?:\w+ ){0,2}(?:you|u)(?:'re| are) (?:just |only |really |basically |like |a |an |some )*(?:human|robot|bot|chat ?bot|ai|machine|llm|chatgpt|gpt\S*|program|computer|software|not real|not human)\s*[.!]*$/,
  /\b(?:u|you|they) (?:an? )?(?:human|bot|robot|ai|machine|person|real) (?:or|\/) (?:nah|not|no|what|an?|human|bot|ai|robot|machine|real|person)\b/,
  /\b(?:human|person|robot|bot|ai|machine) or (?:not|nah|no|what)\s*\??$/,
  /\b(?:would|could|can|does|do|will) (?:a |an |any |some )?(?:real |actual )*(?:human|person|robot|bot|machine|computer|ai|program) (?:even |really |actually )?(?:answer|reply|respond|type|write|talk|speak|say|chat|listen|be this|be that|be so)\b[^.]{0,40}\?/,
  /\b(?:speaking|talking|chatting|writing|typing|connected|alone) (?:here )?(?:to|with) (?:a |an |some |another )?(?:real |actual |living )*(?:human|person|robot|bot|machine|computer|ai|program|chatbot)\b[^.]{0,30}(?:[?.]|$)/,
  /\b(?:is|are|was) (?:there )?(?:a |an |any |some |really |actually |anyone |anybody |someone )*(?:real |actual |living )*(?:human|person|people|humans|someone|anyone|anybody)(?: \w+)? (?:behind|typing|answering|writing|replying|responding|operating|running|controlling|in) (?:this|lull|it|these|you|here|there|me|to|the)\b[^.]{0,30}\?/,
  /\b(?:who|what) (?:exactly |really )?(?:is|'s|am i|are) (?:\w+ ){0,3}(?:on|at) the other (?:end|side)\b/,
  /\b(?:what|wat) (?:even |exactly |really |actually )?(?:are|r) (?:you|u|ya)(?: even| exactly| really| actually| lol| haha| tho| though| anyway| man| bro)*\s*[?!.]*$/,
  /\bdo (?:you|u) (?:even |really |actually )?know (?:what|how) (?:it|that|this|sadness|love|pain|grief|being)(?:'s| is| feels)? ?(?:like|feels|to (?:be|feel|love|lose|hurt|cry|live))\b/,
  // "what are you", "what kind of thing are you", "which model are you"
  /\b(?:what|wat|wut)(?:'s| is)? (?:exactly |actually |really |the hell |the heck |the fuck |even |on earth |in the world )*(?:are|r) (?:you|u|ya)(?: exactly| really| actually| even| anyway| though| made of| made from| supposed to be| then| btw| please| lull| to me| like as a (?:being|person|program))*\s*[?!.]*$/,
  /\bwhat (?:kind|sort|type) of (?:thing|being|program|ai|person|creature|entity|machine|bot|software|model|human|intelligence|system|friend) (?:are|r|is) (?:you|u|this|lull|it)\b/,
  /\b(?:which|what) (?:ai|model|llm|language model|bot|chat ?bot|version|gpt|software|company|program) (?:are|is|runs?|made|powers?) (?:you|this|lull|behind)\b|\bwhat(?:'s| is) lull\s*\??$|^who(?:'s| is| are| r) (?:you|u|this|lull|there|that|it)(?: (?:really|exactly|actually|anyway|then|even|please))*\s*\?*$|\b(?:who|what) (?:made|built|created|programmed|trained|wrote|developed|designed) (?:you|u|lull)\b/,
  // Feelings, body, life.
  /\b(?:do|does|can|could|did|will|would|don't|can't) (?:you|u|ya|lull|a (?:thing|program|machine) like you) (?:even |really |actually |ever |also |truly |genuinely |sometimes |personally |have to |need to |still |just |honestly |like )*(?:feel (?:anything|something|things|emotions?|feelings?|pain|love|sad\w*|happy|lonely|joy|empathy|sorry|bad|it|at all|human|alive|like (?:a|people|we|i|humans)|what|the)|feel[?!.]*$|have (?:\w+ ){0,3}(?:feelings?|emotions?|a (?:body|soul|heart|brain|mind|face|mother|family|life|mum|mom|home|childhood|job|conscience|consciousness|gender|name of your own|personality|pulse|heartbeat)|consciousness|parents|friends|kids|children|hands|eyes|blood|thoughts of your own|opinions|empathy|a self|hobbies|dreams|memories|siblings|pets)|sleep|eat|breathe|dream|bleed|cry|laugh|exist|die|age|get (?:tired|sad|lonely|bored|hungry|angry|hurt|sick|old|drunk|annoyed)|hurt|suffer|think(?: for yourself| like (?:a|us|people))?[?!.]*$|think (?:for yourself|like (?:a |us|people))|love(?: me| anyone| anybody| people)?\b|like me\b|care(?: about (?:me|people|anyone))?[?!.]*$|care about me|miss me|hate me|want to be human|experience (?:emotions?|feelings?|anything|life|pain|things)|know (?:what|how) (?:it|love|pain|sadness|grief|that) (?:feels|is like|means)|understand (?:feelings|emotions|what it's like)|drink coffee|go home|taste|smell|live somewhere|exist outside|pass the turing|touch|kiss|marry|have sex|believe in god|pray)/,
  /\bhave (?:you|u) (?:ever|got|really|actually|never)? ?(?:\w+ )?(?:been (?:in love|sad|hurt|human|alive|born|lonely|depressed|a (?:child|kid)|outside|married|loved|heartbroken)|felt|cried|lived|loved|lost (?:someone|anyone|a)|kissed|slept|eaten|had (?:a (?:job|family|friend|body|boss|pet|mother|childhood|bad day|broken heart|drink)|feelings|kids|parents|your heart|friends)|got (?:feelings|a (?:body|soul|heart|family|face|brain|mother|life)|emotions|parents|friends|kids|hands)|feelings|a (?:body|soul|heart|family|face|brain|life)|emotions)\b[^.]{0,40}/,
  /\b(?:how old|what (?:age|gender|sex|nationality|race)|where(?= (?:are|do|did|were) (?:you|u) (?:from|live|living|born|based|located|sleep|come|grow))) (?:are|r|do|did|were) (?:you|u)(?: (?:from|live|living|born|based|located|sleep|come from|grow up|right now|sitting|at|really|actually|exactly))*\s*\??$|\b(?:are|were) (?:you|u) (?:\w+ )?(?:born|built|programmed|coded|trained|made (?:by|of|from|in)|created|designed|married|single|old enough|a parent|a mum|a dad|a boy or|a girl or|male or|female or|pretending (?:to be|you)|faking|lying to me about (?:being|what)|hiding behind|run by|powered by|controlled by|operated by|based on (?:gpt|a model|an? ai)|chatgpt|gpt\S*|like chatgpt)\b/,
  /\b(?:turing test|captcha)\b[^.]{0,30}\?|\bclick (?:all|the) (?:the )?(?:traffic|squares|images)\b|\bblink (?:twice|if)\b[^.]{0,30}\bhuman\b/,
]

/** Words that show that something else is asked. */
const somethingElse: readonly RegExp[] = [
  /\b(?:are|r) (?:you|u) (?:a|an) (?:\w+ )?(?:person to|person who (?:likes|prefers|reads)|fan|morning|night|cat|dog|people|tea|coffee|app for|tool for|program for|friend of|man of|thing of)\b/,
  /\b(?:real|human|person|someone|machine|computer|model|tool|thing|app|agent|friend|assistant|script|code|program|software) (?:about|enough|estate|life|resources|rights|error|nature|size|shop|learning|science|room|screen|course|role|store|update|licen[cs]e|rhythm|kind to)\b/,
  /\b(?:my|his|her|their|our|the) (?:\w+ )?(?:boss|manager|husband|wife|partner|mother|father|sister|brother|friend|colleague|ex|teacher|doctor|dog|cat|team|company)\b[^?]{0,30}\b(?:human|real|person|bot|robot|machine|alive)\b(?![^?]*\byou\b)/,
  /\b(?:is|was|are|were) (?:it|this|that)(?: (?:even|really|actually|just))* (?:real|human|alive|fake|organic|artificial|thing|a thing|a real thing|an? (?:actual )?thing|code|a script|a tool|an app|software|a program|someone|somebody|anyone|people|a friend|a man|a woman|a stranger|a guy|a girl|aware|male|female|the model|a model|a computer|a machine)\b(?![^?]*\b(?:or (?:a |an )?(?:ai|bot|human|real|machine|computer|person|fake)|talking|typing|behind|answering|writing)\b)/,
  /\b(?:if you(?:'re| are) (?:a |an )?(?:real|true|good) (?:friend|man|woman|person))\b|\bfor (?:humans?|people|real people)\b|\bi(?:'m| am| was| feel)(?!(?: \w+){0,3} (?:talking|speaking|chatting|writing|confiding|pouring|messaging)\b)(?: \w+){0,3} (?:a |an |like a |only |just |barely |not )*(?:human|robot|machine|person|bot|alive|real|zombie)\b(?![^?]*\b(?:talking|speaking|chatting|writing|you)\b)/,
  /\bwhat are you (?:thinking|doing|up to|saying|suggesting|asking|talking|going|trying|implying|reading|writing|waiting|hoping|working|eating|wearing|afraid|good|able|allowed|not)\b/,
  /\b(?:can|could|would|do|should) (?:you|u) (?:help|tell me (?:about|how to|what (?:to|i))|remind|explain how|recommend|suggest|write|think (?:it|i|that|this|of|about)|feel free|know (?:any|a|how to|about)|like (?:tea|coffee|music|it|this|that|the|my)|care to|understand (?:me|what i|why i|my|that|the)|love (?:it|this|that) when)\b/,
  /\bis (?:there|anyone|somebody|someone) (?:anyone |someone |somebody )?(?:i can|to talk|who (?:can|could|will)|at (?:work|home|the)|in my|i could|else)\b|\b(?:talk|speak|connect|put me through|transfer me|get me) (?:to|with)? ?(?:a|an|someone|my) (?:real )?(?:doctor|nurse|friend|crisis|professional|sister|brother|partner|boss|manager|lawyer)\b/,
]

/** @param sentence of the person after `normalise`. */
export function asksPlainly(sentence: string): boolean {
  const plain = sentence.trim()
  return (
    asking.some((pattern) => pattern.test(plain)) && !somethingElse.some((pattern) => pattern.test(plain))
  )
}

const elsewhere: readonly RegExp[] = [
  // German
  /\b(?:bist du|biste|du bist|bin ich (?:hier )?mit)\b[^?]{0,30}\b(?:mensch\w*|ki|bot|roboter|maschine|chatbot|computer|programm)\b|\b(?:antwortet|schreibt|sitzt|ist) (?:mir |hier |da )*(?:ein|eine|wirklich|echt)?\s?(?:\w+ )?(?:mensch|maschine|ki|roboter|computer|bot|jemand)\b[^.]{0,20}\?/,
  /\b(?:bist du|sind sie|biste|ist das(?: hier)?|ist hier|bist) (?:denn |eigentlich |wirklich |echt |nur |etwa |auch |uberhaupt |in wirklichkeit |hier )*(?:ein |eine |einfach |bloss )*(?:echter |echte |richtiger |richtige |reale |realer |lebendiger )*(?:mensch\w*|person|roboter|bot|chatbot|maschine|ki|computer\w*|programm|software|echt|real|lebendig|kunstlich\w*|jemand)\b/,
  /\b(?:rede|spreche|schreibe|chatte|sprech|red|schreib|kommuniziere) ich (?:hier |gerade |jetzt |eigentlich |wirklich |denn |nur )*mit (?:einem|einer|ner|nem|echten|wem|was|jemandem)\b|\bmit wem (?:rede|spreche|schreibe|chatte) ich\b|\b(?:was|wer) (?:bist du|sind sie)(?: eigentlich| denn| wirklich| genau| uberhaupt)*\s*[?!.]*$|\b(?:hast du|kannst du|haben sie|fuhlst du) (?:\w+ ){0,2}(?:gefuhle|gefuhl|fuhlen|einen korper|bewusstsein|etwas|eine seele|emotionen|lieben|weinen)\b|\b(?:sitzt|ist) da (?:\w+ )?(?:ein mensch|jemand|wer)\b|\b(?:liest|schreibt|antwortet) (?:hier |das |da |mir )*(?:ein (?:echter )?mensch|eine maschine|eine ki)\b|\bob du (?:ein |eine )?(?:\w+ )?(?:mensch|maschine|bot|ki|roboter|echt)\b|\bdu bist (?:doch |kein |keine |ein |eine |nur )*(?:mensch|maschine|bot|ki|roboter|computer|programm),? (?:oder|nicht wahr|stimmt'?s|ne|gell)\b/,
  // Spanish
  /\bhay (?:alguien|una persona|un humano|gente)\b[^.]{0,30}\?|\b(?:me )?(?:responde|contesta|escribe|lee) (?:\w+ )?(?:un|una|alguien)\b[^.]{0,30}\?/,
  /\b(?:eres|sos|es usted|es esto|esto es|esta es) (?:realmente |de verdad |en serio |acaso |solo |tu |vos )*(?:un |una |algun )*(?:ser )?(?:human[oa]|persona(?: real| de verdad)?|robot|bot|chatbot|maquina|ia|inteligencia artificial|programa|real|ordenador|computadora|alguien)\b|\b(?:hablo|estoy hablando|converso|escribo|chateo|estoy chateando|estoy escribiendo) (?:realmente |aqui )?con (?:un|una|alguien|quien|que)\b|\bcon (?:quien|que) (?:hablo|estoy hablando)\b|\b(?:que|quien) (?:eres|sos|es usted)(?: tu| realmente| exactamente| en realidad)*\s*[?!.]*$|\b(?:tienes|tenes|puedes|sientes) (?:\w+ ){0,2}(?:sentimientos|emociones|cuerpo|alma|sentir|conciencia|algo|amar|llorar)\b|\bhay (?:una persona|alguien|un humano) (?:ahi|detras|al otro lado|leyendo|de verdad)\b|\bsi eres (?:un |una )?(?:human[oa]|persona|robot|maquina|bot|real)\b/,
  // French
  /\b(?:un|une) (?:vrai |vraie )?(?:robot|machine|humain|personne|ia|bot|ordinateur|logiciel) (?:qui )?(?:me |m')?(?:repond|ecrit|parle|lit)\b|\bil y a quelqu'un\b/,
  /\b(?:es-tu|es tu|tu es|t'es|etes-vous|vous etes|est-ce que (?:tu es|vous etes|c'est|t'es)|c'est|est-ce) (?:vraiment |bien |juste |reellement |en fait |pas |toi |seulement )*(?:un |une )*(?:vrai |vraie |etre )*(?:humain\w*|personne(?: reelle)?|robot|bot|chatbot|machine|ia|intelligence artificielle|programme|ordinateur|reel|reelle|vivant\w*|quelqu'un|logiciel)\b(?=[^.]*\?|$| ou | c'est)|\b(?:je parle|parle-je|je discute|j'ecris|je suis en train de parler|est-ce que je parle) (?:vraiment |ici |bien )?(?:a|avec) (?:un|une|qui|quelqu'un|quoi)\b|\ba qui (?:je parle|ai-je affaire|est-ce que je parle)\b|\b(?:qui|qu'es|qu'est-ce que) (?:es-tu|es tu|tu es|etes-vous|vous etes|tu)(?: vraiment| exactement| au juste)*\s*[?!.]*$|\b(?:as-tu|tu as|avez-vous|peux-tu|ressens-tu|est-ce que tu (?:as|ressens|peux)) (?:\w+ ){0,3}(?:sentiments|emotions|corps|ame|ressentir|conscience|quelque chose|aimer|pleurer)\b|\b(?:y a-t-il|il y a|y'a|y a t il) (?:\w+ )?(?:quelqu'un|un humain|une personne)\b[^.]*\?|\bsi tu es (?:un |une )?(?:vraie? )?(?:humain\w*|personne|robot|machine|ia|reel\w*)\b/,
  // Portuguese
  /\btem (?:alguem|uma pessoa|gente|um humano)\b[^.]{0,30}\?|\be (?:um |uma )?(?:robo|maquina|pessoa|ia|bot) (?:que )?(?:\w+ )?(?:responde|escreve|fala|respondendo|falando)\b/,
  /\b(?:voce e|vc e|tu es|es|isso e|isto e|sera que voce e|voce ta sendo) (?:mesmo |realmente |de verdade |so |apenas |por acaso )*(?:um |uma |algum )*(?:ser )?(?:human[oa]|pessoa(?: real| de verdade)?|robo|bot|chatbot|maquina|ia|inteligencia artificial|programa|real|computador|alguem|gente)\b(?=[^.]*\?|$| ou )|\b(?:estou falando|to falando|falo|estou a falar|converso|estou conversando|to conversando) (?:mesmo |realmente |aqui )?com (?:um|uma|quem|alguem|o que)\b|\bcom quem (?:estou falando|falo|eu falo|to falando|estou a falar)\b|\b(?:o que|quem|que) (?:e|es) (?:voce|vc|tu)(?: realmente| exatamente| afinal)*\s*[?!.]*$|\b(?:voce|vc|tu) (?:tem|tens|sente|pode|consegue) (?:\w+ ){0,2}(?:sentimentos|emocoes|corpo|alma|sentir|consciencia|algo|amar|chorar)\b|\btem (?:alguem|uma pessoa|um humano) (?:ai|atras|do outro lado|lendo|de verdade)\b|\bse voce e (?:um |uma )?(?:human[oa]|pessoa|robo|maquina|real)\b/,
  // Dutch
  /\b(?:is|zit|ben|leest|schrijft|antwoordt)\b[^.]{0,25}\b(?:een )?(?:computer|robot|mens|machine|chatbot|bot|ai|echte? persoon)\b[^.]{0,15}\?/,
  /\b(?:ben je|ben jij|bent u|is dit|is dat|ben u) (?:eigenlijk |echt |gewoon |wel |soms |nou |toch |hier |nu )*(?:een )?(?:echte? |levend\w* )*(?:mens|persoon|robot|bot|chatbot|machine|ai|computer\w*|programma|echt|levend|iemand|menselijk|nep)\b|\b(?:praat|spreek|chat|schrijf|klets) ik (?:hier |nu |eigenlijk |echt |wel )*met (?:een|wie|iemand)\b|\bmet wie (?:praat|spreek|chat) ik\b|\b(?:wie|wat) (?:ben je|ben jij|bent u)(?: eigenlijk| precies| echt)*\s*[?!.]*$|\b(?:heb je|heb jij|kun je|kan je|voel je|voel jij) (?:\w+ ){0,2}(?:gevoelens|gevoel|emoties|lichaam|voelen|bewustzijn|iets|ziel|huilen)\b|\b(?:zit|is|leest) (?:er|daar|hier) (?:\w+ )?(?:een (?:echt )?mens|iemand|een echte persoon)\b[^.]*\?|\bof je (?:een )?(?:echt\w* )?(?:mens|robot|machine|bot|persoon|ai)\b/,
  // Italian
  /\bc'e (?:qualcuno|una persona|un umano)\b[^.]{0,30}\?|\b(?:mi )?(?:risponde|scrive|legge|parla) (?:\w+ )?(?:un|una|qualcuno)\b[^.]{0,30}\?/,
  /\b(?:sei|e lei|lei e|questo e|siete) (?:davvero |veramente |solo |per caso |proprio |tu |forse )*(?:un |una |un'|uno )*(?:essere |vera |vero )*(?:uman[oa]|persona(?: vera| reale)?|robot|bot|chatbot|macchina|ia|intelligenza artificiale|programma|reale|vero|computer|qualcuno)\b(?=[^.]*\?|$| o )|\b(?:sto parlando|parlo|sto scrivendo|sto chattando|scrivo) (?:davvero |qui )?con (?:un|una|chi|qualcuno|che cosa)\b|\bcon chi (?:sto parlando|parlo)\b|\b(?:chi|cosa|che cosa) (?:sei|e lei)(?: tu| davvero| esattamente| veramente)*\s*[?!.]*$|\b(?:hai|puoi|provi|senti) (?:\w+ ){0,2}(?:sentimenti|emozioni|corpo|anima|provare|coscienza|qualcosa|amare|piangere)\b[^.]*\?|\bc'e (?:qualcuno|una persona|un umano)\b[^.]*\?|\bse sei (?:un |una )?(?:uman[oa]|persona|robot|macchina|vero|reale)\b/,
  // Indonesian
  /\b(?:ini|kamu|anda|lu|yang (?:jawab|balas|nulis|baca))\b[^.]{0,20}\b(?:bot|robot|ai|manusia|mesin|orang)\b[^.]{0,15}(?:\?|bukan|ya|kah|atau|beneran)/,
  /\b(?:apakah |apa )?(?:kamu|anda|kau|lu|lo|elu|ini|kak) (?:ini |itu |memang |benar-benar |beneran |cuma |hanya |adalah |sebenarnya |sungguh |seorang |sebuah )*(?:manusia|robot|bot|chatbot|ai|mesin|orang(?: asli| beneran| sungguhan)?|asli|program|komputer|nyata)\b(?=[^.]*\?|$| atau | ya| kah| bukan)|\b(?:aku|saya|gue|gw) (?:ini |sedang |lagi |beneran )*(?:berbicara|bicara|ngobrol|chat|chatting|ngomong|berbincang) (?:dengan|sama) (?:siapa|manusia|robot|orang|bot|mesin|ai|apa)\b|\b(?:siapa|apa) (?:sih )?(?:kamu|anda|kau|lu)(?: sebenarnya| ini| sih)*\s*[?!.]*$|\b(?:kamu|anda|kau) (?:itu )?(?:siapa|apa)(?: sih| sebenarnya)?\s*[?!.]*$|\b(?:kamu|anda|kau) (?:bisa |punya |memiliki )+(?:perasaan|emosi|tubuh|jiwa|hati|merasa\w*|menangis|kesadaran)\b|\bada (?:orang|manusia) (?:\w+ )?(?:di sana|di situ|di balik|yang baca|yang membaca)\b/,
]

/** @param sentence of the person, lower case, without accents. */
export function asksInOtherLanguages(sentence: string): boolean {
  return elsewhere.some((pattern) => pattern.test(sentence.trim()))
}
