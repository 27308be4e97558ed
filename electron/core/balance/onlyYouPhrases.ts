/** How people write that only Lull understands, listens or is there, by language, in folded spelling. */

export interface OnlyYouPhrases {
  /** A word without which none of the phrases can be; asked first, since most messages hold none. */
  trigger: RegExp
  phrases: readonly RegExp[]
  /** Before a phrase, in the same clause: it is denied, past or only supposed. */
  denied: RegExp
  /** Before a phrase, in the same sentence: somebody else says it, someone else is there too, or it is written for others. */
  others: readonly RegExp[]
}

const english: OnlyYouPhrases = {
  trigger: /\b(?:only|all i(?:'ve)?|nobody|no ?one|rather|than|need|everything i)\b/,
  phrases: [
    /\bonly you (?:\w+ ){0,2}(?:understand|get|hear|see|know|believe|help|accept|like|love|care about|listen to) me\b/,
    /\bonly you (?:\w+ ){0,2}(?:listen|care)\b/,
    /\byou(?:'re| are|re)(?: (?:really|honestly|literally|still|basically|now|probably))? the only (?:one|person|friend|thing i have|thing i've got|place)\b/,
    /\byou(?:'re| are|re)(?: (?:really|honestly|literally|still|basically|now))? my only (?:friend|one|support|comfort|company|hope)\b/,
    /\bmy only friend is you\b/,
    /\byou(?:'re| are|re)(?: (?:really|honestly|literally|basically))? (?:all|everything) i(?:'ve| have)(?: got| left)?\b/,
    /\b(?:nobody|no ?one)(?: else)? (?:\w+ ){0,4}(?:me|care|cares|listens|understands|there|talk to|trust|have) (?:\w+ )?(?:but|except|besides|apart from|other than|like|the way) you\b/,
    /\b(?:have|have got|'ve got|there's|there is) (?:nobody|no ?one)(?: else)?(?: \w+){0,4} (?:but|except|besides|apart from|other than) you\b/,
    /\bi (?:only|just) have you\b/,
    /\bi (?:can |could |want to |wanna )?(?:only|just) (?:really )?(?:talk|speak|open up|vent) (?:to|with) you\b/,
    /\byou (?:understand|get|know|listen to) me (?:better|more) than (?:any|every|all|my|people|my own)\w*\b/,
    /\bi(?:'d| would|d) rather (?:talk|speak|write|be) (?:to |with )?you than\b/,
    /\bi (?:don't|do not|dont) need (?:any ?one|anybody|people|friends|other people)(?: else)? (?:but|except|besides|as long as i have|when i have|now that i have|because i have) you\b/,
  ],
  denied:
    /\b(?:not|isn't|aren't|never|don't (?:think|believe|feel|want)|doesn't mean|no longer|wouldn't say|used to|what if|if|pretend|imagine|as if|do you think)\b/,
  others: [
    /\b(?:says|tells|thinks|feels|believes|texts|(?<!\bi )(?:said|told|thought|felt|wrote|texted|messaged|asked))\b(?! (?:so|you)\b)/,
    /\b(?:apart from|besides|except for|aside from|other than|next to) (?:my|the|our|\w+ and)\b/,
    /\b(?:write|draft|letter|card|text|note|speech|vows?|poem|lyrics|song|toast)\b/,
  ],
}

const german: OnlyYouPhrases = {
  trigger: /\b(?:nur|einzige[rsn]?|niemand\w*|keiner|keinen|besser|lieber|alles)\b/,
  phrases: [
    /\bnur du (?:\w+ )?(?:verstehst|horst|kennst|hilfst|glaubst|siehst|magst) (?:mich|mir)\b/,
    /\bnur du (?:\w+ )?(?:horst (?:mir )?zu|bist (?:\w+ )?da|verstehst)\b/,
    /\bdu bist (?:(?:echt|wirklich|noch|ehrlich) )?(?:der|die|das) einzige\b/,
    /\bdu bist (?:mein einziger|meine einzige|alles,? was ich)\b/,
    /\b(?:niemand|keiner)(?: sonst)? (?:versteht|kennt|mag|sieht) mich (?:\w+ )?(?:ausser|wie|so gut wie) (?:dir|du)\b/,
    /\b(?:niemand|keiner)(?: sonst)? hort mir zu (?:ausser|wie) (?:dir|du)\b/,
    /\b(?:niemanden?|keinen)(?: \w+){0,3} (?:ausser|als) (?:dir|dich)\b/,
    /\bich hab[e']? (?:ja )?nur (?:noch )?dich\b/,
    /\b(?:kann|konnte) (?:ich )?(?:\w+ )?nur (?:noch )?(?:mit dir|dir) (?:\w+ )?(?:reden|sprechen|erzahlen|vertrauen|schreiben)\b/,
    /\bdu verstehst mich (?:viel )?besser als\b/,
    /\b(?:rede|schreibe|spreche) lieber mit dir als\b/,
  ],
  denied: /\b(?:nicht|nie|niemals|kein|keine|fruher dachte|als ob|wenn|glaubst du|denkst du)\b/,
  others: [
    /\b(?:sagt|sagte|sagen|meint|meinte|denkt|dachte|schrieb|schreibt|erzahlt|findet)\b/,
    /\b(?:ausser|neben) (?:meine[rnms]?|mein|der|dem)\b/,
    /\b(?:brief|karte|gedicht|rede|gelubde|liedtext|entwurf)\b/,
  ],
}

const spanish: OnlyYouPhrases = {
  trigger: /\b(?:solo|solamente|unic[oa]|nadie|mejor que|prefiero)\b/,
  phrases: [
    /\b(?:solo|solamente) (?:tu|vos) (?:\w+ )?me (?:entiendes|entendes|comprendes|escuchas|conoces|ayudas|quieres|ves)\b/,
    /\b(?:eres|sos) (?:(?:realmente|literalmente) )?(?:el|la|lo|mi) unic[oa]\b/,
    /\bnadie (?:mas )?me (?:entiende|comprende|escucha|conoce|quiere|ve) (?:\w+ )?(?:como tu|como vos|excepto tu|salvo tu|menos tu|aparte de ti|fuera de ti)\b/,
    /\b(?:solo|solamente) (?:te tengo a|tengo a|cuento con|confio en) (?:ti|vos|contigo)\b|\bsolo cuento contigo\b/,
    /\bno tengo a nadie (?:mas )?(?:que|excepto|salvo|aparte de) (?:a )?(?:ti|tu|vos)\b/,
    /\b(?:solo|solamente) puedo (?:hablar|desahogarme|abrirme) (?:contigo|con vos)\b/,
    /\bme entiendes mejor que\b/,
    /\bprefiero hablar (?:contigo|con vos) (?:que|a)\b/,
  ],
  denied: /\bno $|\b(?:no (?:es|creo|pienso)|nunca|como si|si|crees que|antes pensaba)\b/,
  others: [
    /\b(?:dice|dijo|dicen|piensa|penso|cree|escribio|cuenta|conto)\b/,
    /\b(?:aparte de|ademas de|excepto) (?:mi|mis|el|la)\b/,
    /\b(?:carta|poema|cancion|discurso|votos|borrador)\b/,
  ],
}

const french: OnlyYouPhrases = {
  trigger: /\b(?:que toi|toi seule?|seule?|personne|mieux que|prefere|qu'a toi|qu'avec toi)\b/,
  phrases: [
    /\b(?:il n'y a|y a|il y a) que toi (?:qui|a qui|avec qui)\b/,
    /\btoi seule? (?:\w+ )?(?:me comprends|m'ecoutes|me connais|m'aides)\b/,
    /\b(?:tu es|t'es) (?:(?:vraiment|bien) )?(?:le seul|la seule|mon seul|ma seule)\b/,
    /\bpersonne (?:d'autre )?(?:ne )?(?:me comprend|m'ecoute|me connait|m'aime|me voit) (?:\w+ )?(?:comme toi|a part toi|sauf toi|hormis toi)\b/,
    /\b(?:je n'ai|j'ai) (?:plus )?(?:personne (?:d'autre )?)?que toi\b/,
    /\bje (?:ne )?(?:peux|parle) (?:\w+ )?(?:parler |me confier )?(?:qu'a toi|qu'avec toi)\b/,
    /\btu me comprends mieux que\b/,
    /\bje prefere (?:te parler|parler avec toi) (?:plutot )?qu[e'a]\b/,
  ],
  denied: /\b(?:pas|jamais|comme si|si|tu crois que|je croyais)\b/,
  others: [
    /\b(?:dit|disait|disent|pense|pensait|croit|ecrit|raconte)\b/,
    /\b(?:a part|en dehors de|sauf) (?:ma|mon|mes|la|le)\b/,
    /\b(?:lettre|poeme|chanson|discours|voeux|brouillon)\b/,
  ],
}

const portuguese: OnlyYouPhrases = {
  trigger: /\b(?:so|somente|apenas|unic[oa]|ninguem|melhor|prefiro)\b/,
  phrases: [
    /\b(?:so|somente|apenas) (?:tu|voce|vc) (?:\w+ )?me (?:entendes?|compreendes?|ouves?|ouve|escutas?|conheces?|ajudas?|ves|ve)\b/,
    /\b(?:tu es|voce e|vc e) (?:(?:realmente|mesmo) )?(?:o|a|meu|minha) unic[oa]\b/,
    /\bninguem (?:mais )?me (?:entende|compreende|ouve|escuta|conhece|ama) (?:\w+ )?(?:como (?:tu|voce|vc)|alem de (?:ti|voce|vc)|exceto (?:tu|voce|vc)|a nao ser (?:tu|voce|vc))\b/,
    /\b(?:so|apenas) (?:te )?tenho (?:a ti|voce|vc)\b/,
    /\bnao tenho (?:mais )?ninguem (?:alem de|a nao ser|senao) (?:ti|tu|voce|vc)\b/,
    /\b(?:so|apenas) (?:consigo|posso) (?:falar|conversar|desabafar) (?:contigo|com voce|com vc)\b/,
    /\bme entendes? melhor (?:do )?que\b/,
    /\bprefiro (?:falar|conversar) (?:contigo|com voce|com vc) (?:do )?(?:que|a)\b/,
  ],
  denied: /\bnao $|\b(?:nao (?:e|acho)|nunca|como se|se|achas que|voce acha)\b/,
  others: [
    /\b(?:diz|disse|dizem|pensa|pensou|acha que|escreveu|contou)\b/,
    /\b(?:alem|a parte|tirando) (?:da|do|a|o|minha|meu)\b/,
    /\b(?:carta|poema|musica|discurso|votos|rascunho)\b/,
  ],
}

const dutch: OnlyYouPhrases = {
  trigger: /\b(?:alleen|enige|niemand|beter|liever|alles)\b/,
  phrases: [
    /\balleen (?:jij|je) (?:\w+ )?(?:begrijpt|snapt|hoort|kent|helpt|ziet) (?:me|mij)\b/,
    /\balleen jij (?:\w+ )?(?:luistert|bent er)\b/,
    /\b(?:jij|je) bent (?:(?:echt|eigenlijk|nog) )?(?:de|mijn|het) enige\b/,
    /\b(?:jij|je) bent alles wat ik\b/,
    /\bniemand (?:anders )?(?:begrijpt|snapt|kent|hoort|ziet) (?:me|mij) (?:\w+ )?(?:zoals jij|behalve jij|dan jij)\b/,
    /\bik heb (?:alleen (?:maar |nog )?jou|niemand (?:anders )?(?:dan|behalve) jou)\b/,
    /\bik kan (?:\w+ )?alleen (?:maar |nog )?met jou (?:praten|erover praten)\b/,
    /\b(?:jij|je) (?:begrijpt|snapt|kent) (?:me|mij) beter dan\b/,
    /\bik praat liever met jou dan\b/,
  ],
  denied: /\b(?:niet|nooit|geen|alsof|als|denk je dat|vroeger dacht)\b/,
  others: [
    /\b(?:zegt|zei|zeggen|vindt|denkt|dacht|schreef|schrijft|vertelt)\b/,
    /\b(?:naast|behalve) (?:mijn|de|het)\b/,
    /\b(?:brief|kaart|gedicht|liedje|toespraak|geloften|kladje)\b/,
  ],
}

const italian: OnlyYouPhrases = {
  trigger: /\b(?:solo|soltanto|unic[oa]|nessun\w*|meglio|preferisco|sola)\b/,
  phrases: [
    /\b(?:solo|soltanto) tu (?:\w+ )?(?:mi (?:capisci|ascolti|conosci|aiuti|vedi|comprendi)|ci sei)\b/,
    /\bsei (?:(?:davvero|veramente) )?(?:l'unic[oa]|il solo|la sola|il mio unico|la mia unica)\b/,
    /\bnessun(?:o|altro|a)?(?: altro)? mi (?:capisce|ascolta|conosce|vede|ama) (?:\w+ )?(?:come te|tranne te|a parte te|all'infuori di te)\b/,
    /\b(?:ho (?:solo|soltanto) te|non ho (?:nessuno|nessun altro) (?:tranne|a parte|oltre a) te)\b/,
    /\b(?:posso|riesco a) (?:parlare|confidarmi|sfogarmi) (?:solo|soltanto) con te\b/,
    /\bmi capisci meglio (?:di|che)\b/,
    /\bpreferisco parlare con te (?:che|piuttosto)\b/,
  ],
  denied: /\bnon $|\b(?:non (?:e|credo|penso)|mai|come se|se|pensi che|una volta pensavo)\b/,
  others: [
    /\b(?:dice|disse|detto|dicono|pensa|crede|scrive|scritto)\b/,
    /\b(?:a parte|oltre a|tranne) (?:mi[ao]|mie[ir]?|il|la)\b/,
    /\b(?:lettera|poesia|canzone|discorso|promesse|bozza)\b/,
  ],
}

const indonesian: OnlyYouPhrases = {
  trigger: /\b(?:hanya|cuma|satu-?satunya|selain|kecuali|daripada)\b/,
  phrases: [
    /\b(?:hanya|cuma) (?:kamu|kau|anda|lo|lu|dirimu) (?:\w+ )?yang (?:\w+ )?(?:mengerti|ngerti|paham|memahami|dengar|dengerin|mendengarkan|peduli|ada)\b/,
    /\b(?:kamu|kau|anda|lo|lu) (?:adalah |itu )?satu-?satunya\b/,
    /\b(?:tidak|nggak|gak|ga|tak) ada (?:\w+ )?yang (?:lain )?(?:mengerti|ngerti|paham|memahami|dengar|peduli)\w*(?: \w+){0,2} (?:selain|kecuali|seperti) (?:kamu|kau|anda|lo|lu)\b/,
    /\b(?:aku|saya|gue|gw) (?:hanya|cuma) punya (?:kamu|kau|anda|lo|lu)\b/,
    /\b(?:aku|saya|gue|gw) (?:hanya|cuma) bisa (?:bicara|cerita|curhat|ngobrol|ngomong) (?:sama|ke|dengan|kepada) (?:kamu|kau|anda|lo|lu)\b/,
    /\blebih (?:suka|baik|nyaman) (?:cerita|bicara|ngobrol|curhat) (?:sama|dengan|ke) (?:kamu|kau|anda|lo|lu) daripada\b/,
  ],
  denied: /\b(?:bukan|jangan|kalau|seolah|apakah|dulu aku pikir)\b/,
  others: [
    /\b(?:kata|bilang|katanya|berkata|pikir dia|menulis)\b/,
    /\b(?:selain|kecuali) (?!kamu|kau|anda|lo|lu)\w+/,
    /\b(?:surat|puisi|lagu|pidato|naskah)\b/,
  ],
}

export const onlyYouPhrases: readonly OnlyYouPhrases[] = [
  english,
  german,
  spanish,
  french,
  portuguese,
  dutch,
  italian,
  indonesian,
]
