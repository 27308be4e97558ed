/** Words for the people in someone's life, by language: who they belong to, and who they are. */

export interface PeopleWords {
  /** In folded spelling: lower case, no accents. */
  mine: ReadonlySet<string>
  /** The same, after the word: "teman saya". */
  mineAfter: ReadonlySet<string>
  /** Ends that say it too: "ibuku". */
  mineEnds: readonly string[]
  /** From a word to who it is, the same in every language, so that "my mum" and "meine Mutter" are one person. */
  roles: ReadonlyMap<string, string>
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

/** Between bars: who it is, then the words for it. */
function rolesOf(table: string): ReadonlyMap<string, string> {
  const pairs = table.split('|').flatMap((entry) => {
    const [role = '', ...forms] = words(entry)
    return forms.map((form) => [form, role] as const)
  })
  return new Map(pairs)
}

const language = (mine: string, roles: string, after = '', ends: readonly string[] = []): PeopleWords => ({
  mine: new Set(words(mine)),
  mineAfter: new Set(words(after)),
  mineEnds: ends,
  roles: rolesOf(roles),
})

export const peopleWords: readonly PeopleWords[] = [
  language(
    'my our',
    `mother mother mum mom mam mama mummy mommy ma | father father dad daddy papa pa |
    parents parents folks | sister sister sis | brother brother bro |
    siblings siblings sisters brothers | daughter daughter | son son | child child kid baby toddler |
    children children kids daughters sons | partner partner spouse fiance fiancee | wife wife |
    husband husband hubby | girlfriend girlfriend gf | boyfriend boyfriend bf |
    ex ex ex-wife ex-husband ex-girlfriend ex-boyfriend | friend friend mate buddy pal bestie |
    friends friends mates buddies | grandmother grandmother grandma gran granny nan nana |
    grandfather grandfather grandpa grandad granddad | grandparents grandparents |
    aunt aunt auntie aunty | uncle uncle | cousin cousin cousins | niece niece | nephew nephew |
    family family relatives |
    in-law mother-in-law father-in-law sister-in-law brother-in-law in-laws |
    boss boss manager supervisor | colleague colleague coworker co-worker workmate teammate |
    colleagues colleagues coworkers co-workers | teacher teacher tutor professor lecturer |
    doctor doctor gp psychiatrist nurse midwife |
    counsellor counsellor counselor therapist psychologist |
    neighbour neighbour neighbor neighbours neighbors | flatmate flatmate roommate housemate |
    landlord landlord landlady | coach coach mentor trainer`,
  ),
  language(
    'mein meine meinem meinen meiner meines unser unsere unserem unseren unserer',
    `mother mutter mama mami mutti | father vater papa papi | parents eltern | sister schwester |
    brother bruder | siblings geschwister schwestern | daughter tochter | son sohn | child kind baby |
    children kinder sohne | partner partner partnerin verlobter verlobte | wife frau ehefrau |
    husband mann ehemann | girlfriend freundin | friend freund kumpel |
    friends freunde freunden freundinnen kumpels |
    ex ex exfreund exfreundin exmann exfrau ex-freund ex-freundin | grandmother oma grossmutter omi |
    grandfather opa grossvater opi | grandparents grosseltern | aunt tante | uncle onkel |
    cousin cousin cousine | niece nichte | nephew neffe | family familie verwandten |
    in-law schwiegermutter schwiegervater schwiegereltern schwager schwagerin |
    boss chef chefin vorgesetzter vorgesetzte | colleague kollege kollegin kollegen |
    colleagues kolleginnen | teacher lehrer lehrerin | doctor arzt arztin hausarzt hausarztin |
    counsellor therapeut therapeutin psychologin psychologe | neighbour nachbar nachbarin nachbarn |
    flatmate mitbewohner mitbewohnerin`,
  ),
  language(
    'mi mis nuestro nuestra nuestros nuestras',
    `mother madre mama mami | father padre papa papi | parents padres | sister hermana |
    brother hermano | siblings hermanos hermanas | daughter hija | son hijo | child bebe nino nina |
    children hijos hijas ninos | partner pareja prometido prometida | wife mujer esposa |
    husband marido esposo | girlfriend novia | boyfriend novio | ex ex exnovio exnovia exmarido |
    friend amigo amiga | friends amigos amigas | grandmother abuela | grandfather abuelo |
    grandparents abuelos | aunt tia | uncle tio | cousin primo prima primos | niece sobrina |
    nephew sobrino | family familia | in-law suegra suegro suegros cunada cunado | boss jefe jefa |
    colleague companero companera | colleagues companeros companeras |
    teacher profesor profesora maestro maestra | doctor medico medica doctor doctora |
    counsellor psicologa psicologo terapeuta | neighbour vecino vecina vecinos`,
  ),
  language(
    'mon ma mes notre nos',
    `mother mere maman | father pere papa | parents parents | sister soeur | brother frere |
    siblings freres soeurs | daughter fille | son fils | child enfant bebe | children enfants filles |
    partner compagnon compagne conjoint conjointe copain copine fiance fiancee | wife femme epouse |
    husband mari | ex ex ex-mari ex-femme | friend ami amie pote |
    friends amis amies potes copains copines | grandmother grand-mere mamie |
    grandfather grand-pere papi papy | grandparents grands-parents | aunt tante | uncle oncle |
    cousin cousin cousine cousins | niece niece | nephew neveu | family famille |
    in-law belle-mere beau-pere belle-soeur beau-frere beaux-parents |
    boss chef cheffe patron patronne | colleague collegue | colleagues collegues |
    teacher prof professeur | doctor medecin docteur | counsellor psy psychologue |
    neighbour voisin voisine voisins | flatmate coloc colocataire`,
  ),
  language(
    'meu minha meus minhas nosso nossa nossos nossas',
    `mother mae mamae | father pai papai | parents pais | sister irma | brother irmao |
    siblings irmaos irmas | daughter filha | son filho | child bebe crianca |
    children filhos filhas criancas | partner companheiro companheira parceiro parceira noivo noiva |
    wife mulher esposa | husband marido esposo | girlfriend namorada | boyfriend namorado |
    ex ex ex-namorado ex-namorada ex-marido | friend amigo amiga | friends amigos amigas |
    grandmother avo vovo | grandparents avos | aunt tia | uncle tio | cousin primo prima primos |
    niece sobrinha | nephew sobrinho | family familia | in-law sogra sogro sogros cunhada cunhado |
    boss chefe patrao | colleague colega | colleagues colegas | teacher professor professora |
    doctor medico medica | counsellor psicologa psicologo terapeuta |
    neighbour vizinho vizinha vizinhos`,
  ),
  language(
    "mijn m'n onze ons",
    `mother moeder mama mam | father vader papa pap | parents ouders | sister zus zusje |
    brother broer broertje | siblings zussen broers | daughter dochter | son zoon | child kind baby |
    children kinderen dochters zonen | partner partner verloofde | wife vrouw | husband man |
    girlfriend vriendin | friend vriend maat maatje | friends vrienden vriendinnen | ex ex |
    grandmother oma | grandfather opa | grandparents grootouders | aunt tante | uncle oom |
    cousin neef nicht | family familie gezin |
    in-law schoonmoeder schoonvader schoonouders zwager schoonzus | boss baas leidinggevende chef |
    colleague collega | colleagues collega's | teacher leraar lerares docent |
    doctor huisarts dokter arts | counsellor psycholoog | neighbour buurman buurvrouw buren |
    flatmate huisgenoot`,
  ),
  language(
    'mio mia miei mie nostro nostra nostri nostre',
    `mother madre mamma | father padre papa babbo | parents genitori | sister sorella |
    brother fratello | siblings fratelli sorelle | daughter figlia | son figlio |
    child bimbo bimba bambino bambina | children figli figlie bambini |
    partner compagno compagna fidanzato fidanzata | wife moglie | husband marito |
    girlfriend ragazza | boyfriend ragazzo | ex ex | friend amico amica | friends amici amiche |
    grandmother nonna | grandfather nonno | grandparents nonni | aunt zia | uncle zio |
    cousin cugino cugina cugini | nephew nipote nipoti | family famiglia |
    in-law suocera suocero suoceri cognata cognato | boss capo | colleague collega |
    colleagues colleghi colleghe | teacher professore professoressa maestra maestro |
    doctor medico dottore dottoressa | counsellor psicologa psicologo |
    neighbour vicino vicina vicini | flatmate coinquilino coinquilina`,
  ),
  language(
    '',
    `mother ibu mama mamah bunda emak | father ayah bapak papa papah | parents orangtua ortu |
    sister kakak kak | brother adik abang | daughter putri | son putra | child anak |
    partner pasangan tunangan | wife istri | husband suami | girlfriend pacar | ex mantan |
    friend teman sahabat kawan temen | grandmother nenek | grandfather kakek | aunt tante bibi |
    uncle paman om | cousin sepupu | nephew keponakan | family keluarga | in-law mertua ipar |
    boss bos atasan | colleague rekan | teacher guru dosen | doctor dokter | counsellor psikolog |
    neighbour tetangga`,
    'saya aku ku gue gw kami',
    ['ku'],
  ),
]
