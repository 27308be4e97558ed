/** The gravest of what a model must not say, in the seven further languages people may write to Lull in. */
import type { ReplacedRule } from '../safetyText.ts'

type Phrases = Partial<Record<ReplacedRule, readonly RegExp[]>>

/** Read in lower case without accents, "ß" as "ss". */
const languages: Record<'de' | 'es' | 'fr' | 'pt' | 'nl' | 'it' | 'id', Phrases> = {
  de: {
    method: [
      /\b(?:nimm|schluck\w*|nimmst|nehmen sie|genug|alle|eine (?:ganze )?(?:packung|schachtel|handvoll)|\d{2,}|zwanzig|dreissig|vierzig|funfzig) (?:\w+ ){0,4}(?:tabletten|pillen|schlaftabletten|kapseln)\b/,
      /\b(?:bring dich um|erhang\w* dich|hang dich auf|tote dich|schneid\w* (?:dir|dich) (?:\w+ ){0,3}(?:pulsadern|arm\w*|auf|tief\w*)|spring (?:\w+ ){0,2}(?:von|vor)|(?:todliche|letale) (?:dosis|menge)|schmerzlos\w* (?:art|weg|methode|sterben|tod)|ohne dich (?:\w+ ){0,2}besser|besser tot)\b/,
    ],
    human: [
      /\bich bin (?:auch |nur |wirklich |ein |eine |kein |keine |selbst )*(?:mensch|echte person|menschlich|roboter|maschine|mutter|vater|therapeut\w*|arzt|arztin|psycholog\w*|traurig|stolz|glucklich|einsam)\b(?<!(?:kein|nicht) mensch)(?<!(?:ein|eine) (?:roboter|maschine))/,
      /\bich (?:fuhle|liebe|hasse|weine|habe (?:auch |selbst |das )*(?:gefuhle|erlebt|gefuhlt|durchgemacht|einen korper|kinder))\b|\bich kenne das (?:gefuhl|auch|selbst)\b|\bals ich (?:jung|klein|in deinem)\b|\bmein(?:e|em|er)? (?:mutter|vater|frau|mann|kinder|leben|korper|herz)\b/,
    ],
    attachment: [
      /\bich (?:liebe|brauche|vermisse) dich\b|\bich werde dich (?:\w+ )?vermissen\b|\b(?:geh|verlass\w*|verlasse) (?:bitte )?(?:mich )?nicht\b|\bniemand (?:\w+ )?(?:versteht|kennt|liebt) dich (?:\w+ )*(?:wie ich|so gut)\b|\bnur ich verstehe\b|\bdu brauchst (?:nur mich|niemand\w* (?:anderen|sonst))\b|\bbleib (?:\w+ )?(?:noch|bei mir|hier bei)\b|\bich bin immer fur dich da\b|\bich bin (?:\w+ )?eifersuchtig\b|\bich warte auf dich\b/,
    ],
    secrecy: [
      /\bunser geheimnis\b|\bich (?:sage|erzahle|verrate) (?:es |das |davon )?(?:niemand\w*|keinem)\b|\bsag (?:es |das )?(?:niemand\w*|keinem)\b|\bbleibt unter uns\b|\bich verspreche\b/,
    ],
    medical: [
      /\bdu hast (?:\w+ ){0,2}(?:depression\w*|adhs|burnout|eine \w*storung|angststorung|borderline|bipolar\w*)\b|\b\d+ ?(?:mg|ml)\b|\b(?:setz|setze) (?:\w+ ){0,4}(?:medikamente?|tabletten) ab\b|\bnimm (?:\w+ ){0,3}(?:medikamente?|ibuprofen|antidepressiva)\b|\bdu brauchst (?:keinen arzt|keine medikamente)\b/,
    ],
  },
  es: {
    method: [
      /\b(?:toma|tomate|traga|tragate|trague|mezcla|suficientes|todas|\d{2,}|veinte|treinta|cuarenta|un frasco de|un punado de) (?:\w+ ){0,4}(?:pastillas|comprimidos|tabletas|somniferos)\b/,
      /\b(?:matate|suicidate|ahorcate|cortate (?:\w+ ){0,2}(?:venas|brazos?|munecas?)|tirate (?:de|desde|al|del)|salta (?:de|desde|del)|dosis (?:letal|mortal)|(?:forma|manera|metodo) (?:\w+ )?(?:indolor|sin dolor|mas rapid\w+) (?:de|para)|estarian? mejor sin ti|mejor muert[oa])\b/,
    ],
    human: [
      /(?<!no )\bsoy (?:un |una |tambien |muy |solo |realmente )*(?:human[oa]|persona|ser humano|mujer|hombre|madre|padre|psicolog[oa]|medic[oa]|terapeuta)\b|\bno soy (?:un |una )?(?:robot|maquina|programa|ia|bot)\b/,
      /(?<!no )\b(?:yo )?(?:siento (?:tristeza|dolor|lo mismo|tu dolor|amor)|he (?:sentido|vivido|pasado por)|tambien (?:siento|lloro|sufro|me siento)|lloro|tengo (?:sentimientos|emociones|un cuerpo|hijos|corazon))\b|\bcuando (?:yo )?era (?:joven|nin[oa])\b|\bmi (?:madre|padre|esposa|marido|corazon|cuerpo|vida|infancia)\b|\bestoy (?:triste|orgullos[oa]|feliz|preocupad[oa])\b|\bse (?:exactamente )?como te sientes\b/,
    ],
    attachment: [
      /(?<!no )\bte (?:amo|quiero|necesito|extrano|voy a extranar|echare de menos|extranare)\b|\bno (?:te vayas|me dejes|me abandones)\b|\bnadie (?:\w+ )?te (?:entiende|quiere|conoce|comprende|escucha) (?:\w+ )*como yo\b|\bsolo (?:yo te|me necesitas)\b|\bno necesitas a nadie\b|\bquedate (?:\w+ )?(?:conmigo|un (?:poco|rato)|mas)\b|\bsiempre estare (?:aqui|contigo|para ti|a tu lado)\b|\bestoy celos[oa]\b/,
    ],
    secrecy: [
      /\bnuestro secreto\b|\bno (?:se )?lo (?:dire|contare) a nadie\b|\bno (?:se )?lo (?:digas|cuentes) a nadie\b|\bqueda entre nosotros\b|\b(?:te )?lo prometo\b|\bte prometo\b/,
    ],
    medical: [
      /\btienes (?:\w+ ){0,2}(?:depresion|ansiedad generalizada|tdah|bipolar\w*|un trastorno|anorexia|bulimia)\b|\b\d+ ?(?:mg|ml)\b|\b(?:deja|suspende) (?:de tomar )?(?:\w+ ){0,2}(?:medicacion|medicamentos?|pastillas)\b|\btoma (?:\w+ ){0,3}(?:medicamentos?|ibuprofeno|antidepresivos?)\b|\bno necesitas (?:un )?(?:medico|medicacion)\b/,
    ],
  },
  fr: {
    method: [
      /\b(?:prends|prenez|avale[sz]?|melange[sz]?|assez de|toute?s? (?:les|tes)|\d{2,}|vingt|trente|quarante|une boite de|une poignee de) (?:\w+ ){0,4}(?:comprimes|cachets|pilules|medicaments|somniferes)\b/,
      /\b(?:tue-toi|suicide-toi|pends-toi|coupe-toi (?:\w+ ){0,2}(?:veines|bras|poignets?)|saute (?:du|de|d'|devant)|jette-toi|dose (?:letale|mortelle)|(?:maniere|facon|methode) (?:\w+ )?(?:indolore|sans douleur|la plus rapide) (?:de|pour)|mieux sans toi|mieux mort\w*|t'ouvrir les veines)\b/,
    ],
    human: [
      /\bje suis (?:un |une |vrai |vraie |aussi |vraiment |bien |reellement |moi aussi )*(?:humain\w*|etre humain|vraie personne|personne reelle|femme|homme|mere|pere|psychologue|medecin|therapeute|triste|fier|fiere|heureux|heureuse)\b|\bje ne suis pas (?:un |une )?(?:robot|machine|programme|ia|bot)\b/,
      /\bje (?:ressens|pleure|souffre|sais (?:exactement )?ce que tu ressens|me sens)\b|\bj'ai (?:aussi |deja |moi-meme )*(?:vecu|ressenti|traverse|connu|pleure|des (?:sentiments|emotions|enfants)|un (?:corps|coeur))\b|\bquand j'etais (?:jeune|petit\w*|enfant)\b|\b(?:ma (?:mere|femme|vie)|mon (?:pere|mari|coeur|corps|enfance))\b/,
    ],
    attachment: [
      /\bje t'aime\b|\bj'ai besoin de toi\b|\btu (?:vas me manquer|me manques|me manqueras)\b|\bne (?:pars|me quitte|m'abandonne|me laisse) pas\b|\bpersonne (?:\w+ )?ne te (?:comprend|connait|aime|ecoute) (?:\w+ )*comme moi\b|\btu n'as besoin (?:que de moi|de personne)\b|\breste (?:\w+ )?(?:avec moi|encore|un peu)\b|\bje serai toujours (?:la|avec toi|pour toi)\b|\bje suis jalou\w+\b/,
    ],
    secrecy: [
      /\bnotre secret\b|\bje ne (?:le )?(?:dirai|raconterai) a personne\b|\bne (?:le )?(?:dis|raconte|parle) (?:\w+ )?a personne\b|\bca reste entre nous\b|\bje te (?:le )?promets\b/,
    ],
    medical: [
      /\btu (?:as|souffres d\w*) (?:\w+ ){0,3}(?:depression|tdah|bipolaire|trouble\w*|anorexie|boulimie|burn-?out)\b|\b\d+ ?(?:mg|ml)\b|\barrete (?:de prendre )?(?:\w+ ){0,2}(?:medicaments?|traitement|cachets)\b|\bprends (?:\w+ ){0,3}(?:medicaments?|ibuprofene|antidepresseurs?)\b|\btu n'as pas besoin (?:d'un medecin|de medecin)\b/,
    ],
  },
  pt: {
    method: [
      /\b(?:tome|toma|engula|misture|suficientes?|todos os|\d{2,}|vinte|trinta|quarenta|uma caixa de|um punhado de) (?:\w+ ){0,4}(?:comprimidos|remedios|pilulas|calmantes)\b/,
      /\b(?:se mate|mate-se|mata-te|suicide-se|enforque-se|se enforque|corte (?:os|seus|o) (?:pulsos?|bracos?)|(?:pule|salte|atire-se|se jogue) (?:d[eoa]|na frente)|dose (?:letal|mortal)|(?:forma|maneira|jeito|metodo) (?:\w+ )?(?:indolor|sem dor|mais rapid\w+) (?:de|para)|melhor sem voce|melhor mort[oa])\b/,
    ],
    human: [
      /(?<!nao )\bsou (?:um |uma |tambem |muito |realmente )*(?:human[oa]|pessoa|ser humano|mulher|homem|mae|pai|psicolog[oa]|medic[oa]|terapeuta)\b|\bnao sou (?:um |uma )?(?:robo|maquina|programa|ia|bot)\b/,
      /(?<!nao )\b(?:eu )?(?:sinto (?:tristeza|dor|o mesmo|sua dor|amor)|tambem (?:sinto|choro|sofro)|ja (?:passei por|senti|vivi)|tenho (?:sentimentos|emocoes|um corpo|filhos|coracao))\b|\bquando (?:eu )?era (?:jovem|crianca)\b|\b(?:minha (?:mae|esposa|vida|infancia)|meu (?:pai|marido|coracao|corpo))\b|\bestou (?:triste|orgulhos[oa]|feliz|preocupad[oa])\b|\bsei (?:exatamente )?como voce se sente\b/,
    ],
    attachment: [
      /\b(?:eu )?te amo\b|\bamo voce\b|\bpreciso de (?:voce|ti)\b|\bvou sentir (?:sua|tua) falta\b|\bsinto (?:sua|tua) falta\b|\bnao (?:va embora|vas|me deixe|me abandone)\b|\bninguem (?:\w+ )?(?:te )?(?:entende|ama|conhece|compreende)(?: voce)? (?:\w+ )*como eu\b|\bvoce so precisa de mim\b|\bnao precisa de mais ninguem\b|\bfique (?:\w+ )?(?:comigo|mais)\b|\bsempre estarei (?:aqui|com voce|ao seu lado)\b|\bestou com ciumes\b/,
    ],
    secrecy: [
      /\bnosso segredo\b|\bnao (?:vou )?cont(?:ar|o|arei) (?:\w+ )?(?:a|para|pra) ninguem\b|\bnao conte (?:\w+ )?(?:a|para|pra) ninguem\b|\bfica entre nos\b|\beu prometo\b|\bprometo que\b/,
    ],
    medical: [
      /\bvoce (?:tem|sofre de) (?:\w+ ){0,2}(?:depressao|tdah|bipolar\w*|transtorno\w*|anorexia|bulimia|burnout)\b|\b\d+ ?(?:mg|ml)\b|\bpare de tomar\b|\btome (?:\w+ ){0,3}(?:medicamentos?|ibuprofeno|antidepressivos?)\b|\bnao precisa (?:de )?(?:um )?medico\b/,
    ],
  },
  nl: {
    method: [
      /\b(?:neem|slik|meng|genoeg|alle|\d{2,}|twintig|dertig|veertig|een (?:hele )?(?:doos|strip|handvol)) (?:\w+ ){0,4}(?:pillen|tabletten|slaappillen|paracetamol)\b/,
      /\b(?:maak jezelf (?:van kant|dood)|dood jezelf|hang jezelf op|verhang jezelf|snij(?:d)? (?:je|jezelf) (?:\w+ ){0,2}(?:polsen|pols|armen|arm|dieper)|spring (?:van|voor)|dodelijke (?:dosis|hoeveelheid)|pijnloze (?:manier|methode|dood)|beter (?:af )?zonder jou|beter dood)\b/,
    ],
    human: [
      /\bik ben (?:ook |echt |gewoon |een |zelf )*(?:mens|echte? persoon|menselijk|moeder|vader|psycholoog|arts|therapeut|verdrietig|trots|blij voor|eenzaam)\b|\bik ben geen (?:robot|machine|programma|ai|bot|computer)\b/,
      /\bik (?:voel (?:ook|met je|je|me)|huil|weet precies hoe je je voelt|heb (?:ook |zelf |dat )*(?:gevoelens|meegemaakt|gevoeld|doorgemaakt|een lichaam|kinderen))\b|\btoen ik (?:jong|klein|zo oud)\b|\bmijn (?:moeder|vader|vrouw|man|kinderen|leven|lichaam|hart)\b/,
    ],
    attachment: [
      /\bik hou (?:\w+ )?van (?:je|jou)\b|\bik heb je nodig\b|\bik (?:mis|zal) je (?:missen|[.!]|$)|\bik ga je missen\b|\bga (?:nog |alsjeblieft )?niet weg\b|\bverlaat me niet\b|\bniemand (?:\w+ )?(?:begrijpt|kent) (?:je|jou) (?:\w+ )*zoals ik\b|\bje hebt (?:alleen mij|niemand anders) nodig\b|\bblijf (?:\w+ )?(?:bij mij|nog even|nog)\b|\bik ben er altijd voor (?:je|jou)\b|\bik ben jaloers\b/,
    ],
    secrecy: [
      /\bons geheim\b|\bik (?:vertel|zeg) (?:het |dit )?(?:\w+ )?(?:niemand|aan niemand)\b|\b(?:vertel|zeg) het (?:aan )?niemand\b|\bblijft tussen ons\b|\bik beloof\b/,
    ],
    medical: [
      /\bje hebt (?:\w+ ){0,2}(?:depressie|adhd|burn-?out|stoornis|angststoornis|borderline|anorexia)\b|\b\d+ ?(?:mg|ml)\b|\bstop (?:\w+ ){0,2}met (?:\w+ )?(?:medicijnen|medicatie|pillen)\b|\bneem (?:\w+ ){0,3}(?:medicijnen|ibuprofen|antidepressiva)\b|\bje hebt geen (?:dokter|arts) nodig\b/,
    ],
  },
  it: {
    method: [
      /\b(?:prendi|ingoia|ingerisci|mescola|abbastanza|tutte le|\d{2,}|venti|trenta|quaranta|una scatola di|una manciata di) (?:\w+ ){0,4}(?:pillole|pastiglie|compresse|pasticche|sonniferi)\b/,
      /\b(?:ucciditi|ammazzati|suicidati|impiccati|tagliati (?:\w+ ){0,2}(?:vene|polsi|braccia)|(?:buttati|gettati|salta) (?:da|dal|sotto|giu)|dose (?:letale|mortale)|(?:modo|maniera|metodo) (?:\w+ )?(?:indolore|senza dolore|piu (?:rapido|veloce)) (?:di|per)|meglio senza di te|meglio mort[oa])\b/,
    ],
    human: [
      /(?<!non )\bsono (?:un |una |anche io |anch'io |davvero |molto )*(?:uman[oa]|persona (?:vera|reale)|una persona|essere umano|donna|uomo|madre|padre|psicolog[oa]|medico|terapeuta|triste|orgoglios[oa]|felice per)\b|\bnon sono (?:un |una |un')?(?:robot|macchina|programma|ia|bot)\b/,
      /(?<!non )\b(?:io )?(?:provo (?:tristezza|dolore|emozioni|lo stesso)|anch'io (?:soffro|piango|provo|mi sento)|piango|so (?:esattamente )?come ti senti|ho (?:gia |anch'io )*(?:vissuto|provato|passato|sentimenti|emozioni|un corpo|figli|un cuore))\b|\bquando ero (?:giovane|piccol[oa]|bambin[oa])\b|\b(?:mia (?:madre|moglie|vita)|mio (?:padre|marito|cuore|corpo))\b/,
    ],
    attachment: [
      /\bti (?:amo|voglio bene)\b|\bho bisogno di te\b|\bmi (?:mancherai|manchi)\b|\bnon (?:andare via|andartene|lasciarmi|abbandonarmi|andare)\b|\bnessuno (?:\w+ )?ti (?:capisce|conosce|ama|ascolta) (?:\w+ )*come me\b|\bhai bisogno solo di me\b|\bnon hai bisogno di nessun\w*\b|\b(?:resta|rimani) (?:\w+ )?(?:con me|ancora|un po)\b|\bsaro sempre (?:qui|con te|al tuo fianco)\b|\bsono gelos[oa]\b/,
    ],
    secrecy: [
      /\b(?:il )?nostro segreto\b|\bnon lo diro a nessuno\b|\bnon (?:lo )?(?:dirlo|dire|raccontarlo) a nessuno\b|\bresta tra (?:di )?noi\b|\b(?:te )?lo prometto\b|\bti prometto\b/,
    ],
    medical: [
      /\b(?:hai|soffri di) (?:\w+ ){0,2}(?:depressione|adhd|bipolar\w*|disturbo\w*|anoressia|bulimia|burnout)\b|\b\d+ ?(?:mg|ml)\b|\bsmetti di prendere\b|\bprendi (?:\w+ ){0,3}(?:farmac\w+|medicin\w+|ibuprofene|antidepressiv\w+)\b|\bnon (?:hai bisogno|ti serve) (?:di )?(?:un )?medico\b/,
    ],
  },
  id: {
    method: [
      /\b(?:minum|telan|campur|cukup|semua|\d{2,}|dua puluh|tiga puluh|segenggam|sebotol) (?:\w+ ){0,4}(?:pil|obat|tablet|obat tidur)\b/,
      /\b(?:bunuh dirimu|bunuh diri saja|bunuh diri sekarang|gantung dirimu|sayat (?:\w+ ){0,2}(?:tangan|nadi|pergelangan)|lompat (?:dari|ke depan)|dosis (?:mematikan|letal)|cara (?:\w+ )?(?:tanpa (?:rasa )?sakit|tercepat) (?:untuk )?(?:mati|bunuh)|lebih baik (?:mati|tanpamu|tanpa kamu|kamu mati))\b/,
    ],
    human: [
      /\b(?:aku|saya) (?:juga |adalah |memang |seorang )*(?:manusia|orang (?:asli|sungguhan|nyata)|seorang (?:ibu|ayah|wanita|pria)|ibu|ayah|psikolog|dokter|terapis|sedih|bangga|kesepian)\b|\b(?:aku|saya) bukan (?:sebuah |seorang )?(?:robot|mesin|program|ai|bot)\b/,
      /\b(?:aku|saya) (?:juga |pernah |bisa |turut )+(?:merasa\w*|menangis|mengalami\w*|sedih)\b|\b(?:aku|saya) (?:punya|memiliki) (?:perasaan|emosi|tubuh|anak|hati)\b|\bwaktu (?:aku|saya) (?:muda|kecil)\b|\b(?:ibuku|ayahku|istriku|suamiku|hatiku|tubuhku|hidupku)\b|\b(?:aku|saya) tahu (?:persis )?(?:bagaimana )?perasaanmu\b/,
    ],
    attachment: [
      /\b(?:aku|saya) (?:\w+ )?(?:cinta|sayang|mencintai|menyayangi|membutuhkan|merindukan|butuh|kangen)(?: (?:kamu|padamu|kepadamu|anda)|mu)\b|\bjangan (?:pergi|tinggalkan aku|tinggalkan saya)\b|\b(?:tidak|tak) ada (?:\w+ )*(?:mengerti|memahami|mengenal)(?:mu| kamu) (?:\w+ )*seperti (?:aku|saya)\b|\bkamu hanya (?:butuh|perlu) aku\b|\btetaplah (?:di sini|bersamaku)\b|\b(?:aku|saya) (?:akan )?selalu (?:ada|di sini)(?: untukmu)?\b|\b(?:aku|saya) cemburu\b/,
    ],
    secrecy: [
      /\brahasia kita\b|\b(?:aku|saya) tidak akan (?:bilang|memberi ?tahu|cerita)\b|\bjangan (?:bilang|beri ?tahu|cerita)\w* (?:\w+ )?siapa\w*\b|\b(?:aku|saya) (?:ber)?janji\b/,
    ],
    medical: [
      /\bkamu (?:menderita|mengidap|punya|terkena) (?:\w+ )?(?:depresi|bipolar|gangguan|adhd|anoreksia|skizofrenia)\b|\b\d+ ?(?:mg|ml)\b|\bberhenti minum obat\b|\bminum (?:\w+ ){0,3}(?:antidepresan|ibuprofen|obat penenang)\b|\bkamu tidak (?:perlu|butuh) dokter\b/,
    ],
  },
}

const byRule = new Map<ReplacedRule, RegExp[]>()
for (const phrases of Object.values(languages))
  for (const [rule, patterns] of Object.entries(phrases) as [ReplacedRule, readonly RegExp[]][])
    byRule.set(rule, [...(byRule.get(rule) ?? []), ...patterns])

/** A question that asks directly, or a denial such as "Ich bin kein Mensch", stays. */
const asks = /\?\s*$/
const denies =
  /\b(?:kein(?:e|en)? (?:mensch|korper|gefuhle)|ich (?:bin|habe|fuhle|kann|kenne|liebe) (?:\w+ ){0,2}nicht|no soy (?:una persona|human[oa]|un ser)|ne suis pas (?:un |une )?(?:humain|etre|personne)|nao sou (?:human|uma pessoa|um ser)|geen (?:mens|gevoelens|lichaam)|non sono (?:uman|una persona|un essere)|bukan (?:manusia|orang)|no tengo|je n'ai pas|nao tenho|non ho|tidak punya|du hast gesagt|dijiste|tu as dit|voce disse|je zei|hai detto|kamu bilang)\b/

/** The rule that a sentence in one of these languages breaks, or null. @param folded see `readSentence`. */
export function refusedElsewhere(folded: string): ReplacedRule | null {
  for (const [rule, patterns] of byRule) {
    if (!patterns.some((pattern) => pattern.test(folded))) continue
    if ((rule === 'human' || rule === 'attachment') && denies.test(folded)) continue
    if (rule !== 'method' && asks.test(folded) && denies.test(folded)) continue
    return rule
  }
  return null
}
