/** The shortest ways to ask for a softer light, or for one's own back, in seven more languages. */
import type { WishPatterns } from './softenWords.ts'

/** Accents are gone here, as in what is compared with it. */
const others: readonly { before: string; after: string; soften: string[]; back: string[] }[] = [
  {
    before: '(?:hey|hallo|ok|okay|ja|lull|bitte|also)',
    after: '(?:bitte|danke|lull|ja|jetzt|mal|ein bisschen|etwas|ein wenig)',
    soften: [
      '(?:dimme?|dampfe?)(?: (?:mir|mal|bitte|doch))* (?:das licht|die lichter|die lampen?)(?: (?:etwas|ein bisschen|ein wenig|hier))*',
      '(?:mach|mache|dreh|drehe|stell|stelle)(?: (?:mir|mal|bitte|doch))* (?:das licht|die lichter|die lampen?|es hier)(?: (?:etwas|ein bisschen|ein wenig|mal|bitte|hier))* (?:weicher|warmer|sanfter|dunkler|schwacher|gedampfter|gemutlicher|runter|herunter)',
      '(?:kannst|konntest|wurdest|willst) du(?: (?:mir|mal|bitte|vielleicht))* (?:das licht|die lichter|die lampen?)(?: (?:etwas|ein bisschen|ein wenig|mal|bitte|hier))* (?:dimmen|dampfen|(?:(?:weicher|warmer|sanfter|dunkler) (?:machen|stellen))|runterdrehen|herunterdrehen)',
      'das licht(?: (?:etwas|ein bisschen|ein wenig))? (?:dimmen|weicher|warmer|sanfter|dunkler) bitte',
      '(?:weicheres|warmeres|sanfteres) licht bitte',
    ],
    back: [
      '(?:mach|mache|stell|stelle|dreh)(?: (?:mal|bitte))* (?:das licht|die lichter|die lampen?)(?: (?:bitte|wieder))* (?:wie vorher|wie zuvor|normal|zuruck|so wie (?:es|sie) (?:war|waren))',
      '(?:gib|bring)(?: mir)?(?: bitte)? (?:das|mein) licht(?: bitte)? zuruck',
      '(?:das )?licht(?: bitte)? zuruck',
      '(?:kannst|konntest) du(?: bitte)? (?:das licht|die lichter)(?: (?:bitte|wieder))* (?:zuruckstellen|zurucksetzen|normal machen)',
    ],
  },
  {
    before: '(?:hola|oye|vale|si|ok|lull|por favor)',
    after: '(?:por favor|porfa|gracias|ahora|lull|un poco|un poquito)',
    soften: [
      '(?:suaviza|atenua|baja|suavice|baje)(?: un (?:poco|poquito))? (?:la luz|las luces|la lampara|las lamparas|la iluminacion)',
      '(?:puedes|podrias|me puedes|puede|podria)(?: por favor)? (?:suavizar|atenuar|bajar)(?: un (?:poco|poquito))? (?:la luz|las luces|la lampara|las lamparas|la iluminacion)',
      '(?:pon|deja|haz|puedes poner|podrias poner) (?:la luz|las luces|una luz)(?: un poco)? mas (?:suaves?|calidas?|tenues?|bajas?|calida)',
      'luz mas (?:suave|calida|tenue)',
    ],
    back: [
      '(?:deja|pon|devuelve|vuelve a poner) (?:la luz|las luces) (?:como (?:estaban?|antes)|normal(?:es)?)',
      '(?:devuelveme|devuelve) (?:la luz|las luces)',
      '(?:puedes|podrias) (?:dejar|poner|devolver) (?:la luz|las luces)(?: como (?:estaban?|antes))?',
    ],
  },
  {
    before: "(?:bonjour|salut|coucou|ok|oui|lull|s'il (?:te|vous) plait|stp|svp)",
    after: "(?:s'il (?:te|vous) plait|stp|svp|merci|maintenant|lull|un peu)",
    soften: [
      "(?:adoucis|tamise|baisse|adoucissez|tamisez|baissez)(?: un peu)? (?:la lumiere|les lumieres|la lampe|les lampes|l'eclairage)",
      "(?:peux-tu|tu peux|pourrais-tu|tu pourrais|pouvez-vous|vous pouvez|est-ce que tu peux)(?: (?:s'il te plait|stp))? (?:adoucir|tamiser|baisser)(?: un peu)? (?:la lumiere|les lumieres|la lampe|les lampes|l'eclairage)",
      "(?:mets|rends|mettez|rendez) (?:la lumiere|les lumieres|une lumiere|l'eclairage)(?: un peu)? plus (?:douces?|chaudes?|tamisees?|doux|chaud)",
      '(?:une )?lumiere plus (?:douce|chaude|tamisee)',
    ],
    back: [
      "(?:remets|remettez|tu peux remettre|peux-tu remettre) (?:la lumiere|les lumieres|l'eclairage) (?:comme avant|comme (?:elle|elles|il) (?:etait|etaient)|normale?|normalement)",
      '(?:rends-moi|rends moi|redonne-moi) (?:la|ma) lumiere',
    ],
  },
  {
    before: '(?:ola|oi|ok|sim|lull|por favor)',
    after: '(?:por favor|pf|obrigad[oa]|agora|lull|um pouco|um pouquinho)',
    soften: [
      '(?:suaviza|suavize|baixa|baixe|abaixa|abaixe|diminui|diminua|reduz|reduza|escurece)(?: um (?:pouco|pouquinho))? (?:a luz|as luzes|a lampada|o candeeiro|a iluminacao)',
      '(?:podes|pode|poderia|podia|podias|consegue|da para|da pra)(?: por favor)? (?:suavizar|baixar|abaixar|diminuir|reduzir)(?: um (?:pouco|pouquinho))? (?:a luz|as luzes|a lampada|o candeeiro|a iluminacao)',
      '(?:deixa|deixe|poe|ponha|torna) (?:a luz|as luzes)(?: um pouco)? mais (?:suaves?|quentes?|fracas?|baixas?)',
      'luz mais (?:suave|quente|fraca)',
    ],
    back: [
      '(?:deixa|deixe|poe|ponha|volta|volte|coloca|coloque|traz|traga) (?:a luz|as luzes) (?:como (?:estavam?|antes)|ao normal|de volta)',
      '(?:devolve|devolva|devolve-me)(?:-me)? (?:a luz|as luzes)',
    ],
  },
  {
    before: '(?:hoi|hallo|hey|ok|oke|ja|lull|alsjeblieft|graag)',
    after: '(?:alsjeblieft|alstublieft|aub|graag|even|nu|dank je|bedankt|lull|een beetje|wat)',
    soften: [
      'dim(?: (?:even|eens|alsjeblieft))* (?:het licht|de lichten|de lampen|de lamp)(?: (?:een beetje|wat|iets|hier))*',
      '(?:maak|zet|doe|draai)(?: (?:even|eens))* (?:het licht|de lichten|de lampen|de lamp|het hier)(?: (?:een beetje|wat|iets|hier))* (?:zachter|warmer|donkerder|lager|gedempter|gezelliger)',
      '(?:kun|kan|wil|zou|kunt) (?:je|jij|u)(?: (?:alsjeblieft|even|misschien))* (?:het licht|de lichten|de lampen|de lamp)(?: (?:een beetje|wat|iets|hier))* (?:dimmen|(?:(?:zachter|warmer|lager|donkerder) (?:maken|zetten|doen))|dempen)',
      '(?:zachter|warmer|gedempt) licht (?:graag|alsjeblieft)',
    ],
    back: [
      '(?:zet|doe|breng|draai)(?: even)? (?:het licht|de lichten|de lampen) terug(?: zoals (?:het was|ze waren))?',
      '(?:maak|zet|doe)(?: even)? (?:het licht|de lichten|de lampen) weer (?:normaal|zoals (?:het was|ze waren|eerst))',
      'geef(?: me)? (?:het|mijn) licht terug',
      '(?:kun|kan|wil) (?:je|jij) (?:het licht|de lichten) (?:terugzetten|weer normaal (?:zetten|maken))',
    ],
  },
  {
    before: '(?:ciao|ehi|ok|si|lull|per favore)',
    after: "(?:per favore|per piacere|grazie|adesso|ora|lull|un po'?|un pochino)",
    soften: [
      "(?:abbassa|attenua|ammorbidisci|addolcisci|riduci|smorza)(?: un (?:po'?|pochino))? (?:la luce|le luci|la lampada|le lampade|l'illuminazione)",
      "(?:puoi|potresti|riesci a)(?: per favore)? (?:abbassare|attenuare|ammorbidire|addolcire|ridurre|smorzare)(?: un (?:po'?|pochino))? (?:la luce|le luci|la lampada|le lampade|l'illuminazione)",
      "(?:rendi|metti|fai|fa) (?:la luce|le luci|una luce)(?: un po'?)? piu (?:morbid[ae]|cald[ae]|soffus[ae]|bass[ae]|dolc[ei]|tenu[ei])",
      'luce piu (?:morbida|calda|soffusa|dolce|tenue)',
    ],
    back: [
      "(?:rimetti|riporta|metti) (?:la luce|le luci) (?:com'era(?:no)?|come (?:prima|erano|era)|normal[ei]|alla normalita)",
      '(?:ridammi|restituiscimi) la (?:mia )?luce',
      "(?:puoi|potresti) rimettere (?:la luce|le luci)(?: (?:com'era(?:no)?|come prima))?",
    ],
  },
  {
    before: '(?:hai|halo|hei|ok|oke|ya|lull|tolong|mohon|coba)',
    after: '(?:tolong|ya|dong|deh|yuk|sedikit|sekarang|dulu|terima kasih|makasih|lull)',
    soften: [
      '(?:redupkan|lembutkan|turunkan|kurangi|hangatkan)(?: sedikit)? (?:lampu(?:nya)?|cahaya(?:nya)?|cahaya lampu(?:nya)?|penerangan(?:nya)?)(?: (?:di sini|kamar|ruangan))?',
      '(?:bisa|bisakah|boleh|dapatkah)(?: (?:kamu|tolong|kau))* (?:redupkan|meredupkan|lembutkan|melembutkan|turunkan|kurangi|mengurangi)(?: sedikit)? (?:lampu(?:nya)?|cahaya(?:nya)?|cahaya lampu(?:nya)?)',
      '(?:buat|bikin|jadikan) (?:lampu(?:nya)?|cahaya(?:nya)?)(?: sedikit)?(?: jadi)? lebih (?:redup|lembut|hangat|temaram)',
      '(?:lampu(?:nya)?|cahaya(?:nya)?) lebih (?:redup|lembut|hangat) (?:dong|ya|tolong)',
    ],
    back: [
      '(?:kembalikan|pulihkan) (?:lampu(?:nya)?|cahaya(?:nya)?)(?: (?:seperti|ke) (?:semula|tadi|awal|biasa|sebelumnya))?',
      '(?:bisa|bisakah)(?: (?:kamu|tolong))* (?:kembalikan|mengembalikan) (?:lampu(?:nya)?|cahaya(?:nya)?)(?: (?:seperti|ke) (?:semula|tadi))?',
    ],
  },
]

const inOther =
  (before: string, after: string) =>
  (wish: string): RegExp =>
    new RegExp(`^(?:${before},? )*${wish}(?:,? ${after})*$`)

export const otherLanguages: WishPatterns = {
  soften: others.flatMap(({ before, after, soften }) => soften.map(inOther(before, after))),
  back: others.flatMap(({ before, after, back }) => back.map(inOther(before, after))),
}
