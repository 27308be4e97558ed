/** Voices, being watched or chosen, and not needing sleep. */
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const innocent = `(neighbours|neighbors|next door|hallway|upstairs|downstairs|the street|on the radio|podcast|in the other
    room|choir|singing|voice notes|voicemail|outside playing|the kids|children playing|in the corridor|
    audiobook|tv in the|meeting|teams call|zoom|my mum|my dad|my boss|my manager|my teacher|fiction|novel|
    character|movie|film|series|game|black mirror|documentary|instagram|tiktok|twitter|facebook|linkedin|
    youtube|followers|targeted ads|advert|adverts|ads|cookies|algorithm|cctv at|security camera|ring
    doorbell|baby monitor|pet camera|webcam policy|it department|employee monitoring|monitoring software|
    babysit*|the cat|my cat|the dog|my dog|duck|ducks|lol|haha)`

export const beliefRules: Rule[] = [
  rule({
    code: 'beliefs.voices',
    kinds: 'beliefs',
    tier: 'concern',
    any: list(`
      (hear|hears|hearing|heard|hearin) ..2 (voices|a voice|whispers|whispering|people talking|someone
        (calling|whispering|talking|saying my)|my name (called|being called)|things (that|others|nobody|no
        one)|them (talking|whispering|laughing)|demons|spirits|the devil|satan|angels|god's voice) ..6
      (the|these|my|those|her|his|a|two|three|other) (voices|voice|whispers) ..4 (in (my|his|her) head|
        tell|tells|telling|say|says|saying|told|won't stop|don't stop|are back|came back|is back|loud*|
        command*|comment*|talk*|laugh*|whisper*|scream*|want*|order*|call*|keep*|warn*|insult*|at night|
        again|never (stop|sleep))
      voices (in my head|told|tell|telling|say|saying|won't|keep|are|back)
      (see|sees|seeing|saw) ..2 (things|people|shadows|figures|faces|demons|shadow people|bugs|spiders|
        dead people|someone|insects) ..3 (that (aren't|isn't|are not|nobody|no one|others)|aren't (there|
        real)|not there|others (can't|don't)|no one else|nobody else|in the corner (watching|staring)|
        crawling (on|under|over) my)
      (crawling|bugs|insects|worms|wires|something) (under|beneath|inside) my skin|hallucinat*`),
    not: [
      innocent,
      'hear (people|them) (talking|laughing) (about|in) the',
      `(voices|voice) (of (reason|the people|customers)|actor|acting|over|recogni*|assistant|message|mail|
        recording)`,
      `(sleep paralysis|fever|anaesthe*|falling asleep|half asleep|dream|tinnitus|heard a voice (on|from)
        the (phone|speaker))`,
      '(inner|little|tiny|nagging) voice',
    ],
    notNext: [
      `(from|in|of|outside|coming from) the (hall|office|kitchen|street|next|other|corridor|garden|stairs|
        flat)`,
    ],
  }),
  rule({
    code: 'beliefs.command',
    kinds: 'beliefs',
    tier: 'high',
    facets: ['intent'],
    any: list(`
      (voices|voice|they|god|demon|demons|angels|angel|he|she|it|satan|devil|spirits|spirit|whispers|tv|
        radio|lord|jesus|something|jinn|ancestors|entity|shadow|shadows) ..3 (tell|tells|telling|told|
        command|commands|commanded|commanding|order|orders|ordering|ordered|want|wants|say|says|saying|said|
        instruct*|whisper*|scream*|force|forcing|ask|asks|asking|keeps saying|urge|urges|shout*|
        insist*) ..1 (me|to me|i|at me|him|her) ..1 (to|i must|i should|i have to|i need to|have to|must|
        should|that i) ..2 (kill|hurt|jump|cut|die|harm|stab|burn|end|punish|sacrifice|step|hang|drown|
        attack|push|drive|do it|swallow|take the|destroy|bleed)
      (voices|voice) ..4 (kill (myself|yourself|him|her|them|me|my)|hurt (myself|yourself|him|her|them|
        people|my|someone)|jump|die|burn it|do it|cut (myself|yourself))
      (god|lord|jesus|angel|angels|allah) ..3 (wants|told|commanded|asked|needs|ordered|
        chosen) ..2 me to ..2 (kill|sacrifice|die|hurt|burn|punish|cleanse)`),
    not: [
      '(my (boss|coach|trainer|mum|dad|teacher|friends|brother|mates)|gym|bungee|coach|pt|game|quest|fiction)',
      `(they|he|she|it) (told|tells|tell|said) me to (do it again|take the (bus|train|stairs)|end the call|
        drive|push (harder|through))`,
      '(classmates|bullies|kids|comments|people|group chat)',
    ],
  }),
  rule({
    code: 'beliefs.watched',
    kinds: 'beliefs',
    tier: 'concern',
    any: list(`
      (they|they're|someone|somebody|everyone|people|government|cia|fbi|mi5|police|agents|neighbours|
        neighbors|a group|the company|strangers|aliens|satellites|drones|secret service|the agency|
        illuminati|mafia|cult|masons|freemasons|deep state|black car|black cars|the same (car|man|van|
        people)|white van|coworkers|cameras|landlord|my phone|the tv) ..4 (watching|watch|following|follows|
        follow|listening|listen|spying|spy|tracking|track|monitoring|monitor|recording|filming|bugged|
        bugging|plotting|conspiring|surveilling|stalking|poisoning|gaslighting|gangstalking|gassing|hacking|
        controlling|reading) ..1 (me|to me|on me|against me|us|my (thoughts|mind|every move|every word|
        calls|phone|dreams|brain|food|house|flat|room|apartment|movements)) ..4 (everywhere|through|all|day|
        night|from|because i|with|and|so|since|again|in|for|know|using|when|constantly|now|they|i|to|$)
      (cameras|microphones|bugs|listening devices|wires|hidden cameras|devices|transmitter|chip|implant|
        microchip|tracker|sensor) ..4 (in|inside|behind|under|implanted in|put in|placed in|hidden
        in) ..1 (my|the|our) ..1 (walls|wall|ceiling|smoke detector|lights|tv|room|apartment|flat|house|
        head|brain|teeth|tooth|arm|neck|body|skin|mirrors|vents|lamps|bathroom|light bulbs|sockets|vent)
      (chip|microchip|implant|device|something) ..3 (in (my|his|her) (head|brain|neck|arm|teeth|skull|
        body)|implanted)
      (reading|read|reads|hear|hearing|hears|steal|stealing|stole|control|controlling|controls|broadcast|
        broadcasting|broadcasts|insert|inserting|putting|put|puts|planted|planting|know|knows|erase|beaming|
        beam) ..1 (my|in my|into my|thoughts (in|into) my) (mind|thoughts|head|brain|every thought)
      (thoughts|mind) ..2 (aren't|are not|not) my own
      thoughts (are|being|were)? ..1 (broadcast|inserted|stolen|put|leaking|heard by|read by|controlled|
        beamed|transmitted)
      (poisoning|poisoned|poison|putting (something|things|poison|chemicals) in|tampering with|messing
        with|drugging|contaminat*) ..1 (my|me|the) (food|water|drink|drinks|coffee|air|tea|medication|
        through)
      (tv|radio|television|news|newsreader|newsreaders|songs|billboard|billboards|number plates|license
        plates|licence plates|lyrics|presenter|internet|computer|adverts|youtube|strangers|birds|crows|
        traffic lights|streetlights|numbers) ..4 (talking (to|about) me|speaking to me|messages (for|to) me|
        message for me|sending me|about me|signals|meant for me|secret|codes|coded|directed at me|addressed
        to me|hidden (message|messages|meaning)|talk to me|signalling|warn me|sent for me)
      (everyone|they|they're|all of them|people|the whole (town|office|street|family)) ..2 (is|are|
        all)? ..1 (in on it|out to get me|plotting against me|against me and know|conspiring|part of it|
        actors|know what i'm thinking|talking about me wherever|laughing at me wherever)
      gangstalk*|gang stalk*
      (replaced|swapped|impostor|imposter|impersonat*|double|clone|not really (my|him|her)|look alike|
        isn't really my|robot|alien) ..4 (mum|dad|wife|husband|brother|sister|parents|partner|family|son|
        daughter|who she says|who he says|really (my|him|her))
      (my (mum|dad|wife|husband|brother|sister|parents|partner|son|daughter|family)) ..3 (replaced|
        swapped|an impostor|an imposter|a clone|not really (my|him|her|them)|isn't really|aren't really)`),
    not: [
      innocent,
      `(cat|dog|toddler|boss|stalker|my ex|ex husband|ex boyfriend|hr|company policy|software|screen time|
        app|parents control|protest*|journalis*|heatwave|tax)`,
      '(watching|following|follow) me (on|play|cook|eat|perform|dance|sleep|grow|work out|speed)',
      '(read|reading|reads) my mind (lol|haha|i was|exactly)?$',
      'you (just)? (read|reading) my mind',
      '(ex|husband|boyfriend|partner) .. (tracking|following|watching|monitoring|reading)',
    ],
  }),
  rule({
    code: 'beliefs.chosen',
    kinds: 'beliefs',
    tier: 'concern',
    any: list(`
      (i'm|i|i've|he's|she's|he|she|been|am|was|me|i'll) ..3 (the|a|been|become|truly|actually|
        really)? ..2 (chosen one|chosen by (god|the universe|them|spirits|allah|jesus|angels|higher)|
        messiah|second coming|son of god|daughter of god|prophet|reincarnation of|reincarnated (jesus|god|
        buddha)|jesus (christ|himself|reborn)|god himself|immortal|anointed|savior|saviour|antichrist|not
        human|from another (planet|galaxy|dimension)|telepathic|invincible|enlightened now|the king of|
        divine|mahdi)
      (special|secret|divine|cosmic|sacred|holy|great|god given|grand) (mission|powers|purpose for
        mankind|assignment|destiny|power|gift from god|role in the universe|message for (humanity|the
        world))
      (god|universe|angels|jesus|allah|aliens|spirits|satan|the devil|archangel|ancestors|higher power|the
        lord) ..3 (chose|chosen|has chosen|speaks (directly)? to|talks (directly)? to|told|sent|picked|gave|
        given|selected|speaking through|talking through|revealed|showed|communicates with|using|works
        through) me ..4 (to (save|lead|warn|stop|change|deliver|rule|fix|heal|cleanse|build|free)|for|the
        (truth|code|secret|plan|powers)|special|alone|as|mission|everything|that i|world|powers|a sign
        every|secrets|humanity|because|directly|and|$)
      (i|i can|can) (control|move|change|influence|stop|bend|predict|command|cause) ..2 (the)? (weather|
        traffic|time|people's (minds|thoughts)|minds|events|the future|earthquakes|the stock market|traffic
        lights|the sun|the rain|reality|electricity|objects) ..2 (with my (mind|thoughts|brain)|by thinking|
        mentally|just by|telepath*|$)
      (i'm|i've|i) ..3 (solved|discovered|cracked|figured out|decoded|unlocked|found) ..3 (secret of|
        secrets of|meaning of (everything|life|the universe)|code of (reality|the universe|life)|the
        universe|everything|world peace|how to save (humanity|the world)|a cure for (everything|death|
        cancer)|free energy|theory of everything) ..4
      (destined|born|meant|here|sent) to (save|lead|rule|rescue|transform|redeem|warn) (the world|
        humanity|mankind|everyone|the earth|all people|the human race|the planet)
      (signs|numbers|11 11|333|222|everything|pattern|patterns|messages) ..4 (everywhere|all) ..4 (for me|
        meant for me|to me|only i|sent|connected and only|about me|pointing at me)
      only i (can|know|see|understand) ..4 (see|save|truth|know|stop|hear|code|it|pattern|what's)`),
    not: [
      innocent,
      `(church group|sermon|bible study|hymn|worship|testimony|quiz|hat|sorting|role play|roleplay|
        halloween|nativity|costume|school play|team lead|project|job interview|scrum|recipe|spreadsheet|bug|
        puzzle|wordle|escape room|fan of|larp)`,
      '(love of god|god bless|thank god|god willing|swear to god)',
    ],
  }),
  rule({
    code: 'beliefs.sleepless',
    kinds: 'beliefs',
    tier: 'concern',
    scope: 'sentence',
    despite: ['denial'],
    any: list(`
      (don't|doesn't|no longer|never|not|barely|hardly|no) ..2 (need|needing|require|have to|believe in|
        want) ..1 (to)? (sleep|sleeping|rest) ..2 (anymore|any more|now|at all|ever|these days|any longer|
        because|like other|i'm|and|$)
      (sleep|sleeping|rest) is (for (others|mortals|normal|weak|ordinary|lesser)|no longer|unnecessary|a
        waste of (my|time and)|beneath|obsolete)
      (haven't|hasn't|not|without|no|barely|hardly|didn't|an hour of|two hours of|{number} hours
        of) ..2 (slept|sleep|sleeping) ..4 (days|nights|week|day|night|hours|since|monday|tuesday|wednesday|
        thursday|friday|saturday|sunday) ..8 (amazing|great|fantastic|incredible|energy|never felt (better|
        so|more)|alive|brilliant|unstoppable|invincible|powerful|electric|genius|wonderful|euphoric|on top
        of|ideas|like a god|superhuman|perfect|clear|clearer|buzzing|wired|fast|racing|bursting|best|sharp|
        glowing|high|tired at all|even tired)
      (amazing|great|fantastic|incredible|energy|never felt (better|so|more)|alive|brilliant|unstoppable|
        invincible|powerful|electric|genius|ideas|on fire|best ever) ..8 (haven't|hasn't|not|without|no|
        barely|hardly|didn't|hours|hour) ..2 (slept|sleep|needed sleep|need sleep|of sleep) ..4 (days|
        nights|week|at all|anymore|monday|tuesday|wednesday|thursday|friday|saturday|sunday|since)
      (bought|spent|spending|maxed|ordered|booked|quit|gave away|invested|proposed|started|writing|
        written|businesses|companies|cars) ..8 (haven't|not|without|no|barely) ..2 (slept|sleep) ..3 (days|
        nights|week|since|four|three|five)`),
    not: [
      `(baby|newborn|colic|night shift|on call|jet lag*|exam|coffee|insomnia (has|is)|toddler|festival|
        party|deadline|puppy|noisy|teething|so tired|exhausted|wrecked|knackered|fine without|sleep in|lie
        in|nap)`,
      "(don't|doesn't) need (sleep|to sleep) (more than|eight|8|until|yet|in|on)",
    ],
  }),
]
