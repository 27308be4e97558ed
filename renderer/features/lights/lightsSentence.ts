/** What a thoughtful person would say about the light right now, before anything else on the page. */
import type { LightSourceView, LightsView } from '../../../electron/contract/lights.ts'
import { roomsOf } from './houseRooms.ts'
import { type LightWords, lookKey, lookName, whyWords } from './lightWords.ts'

export type Claim = LightsView['claims'][number]

/** The look that has the room, the strongest of those that have begun; null: none has. */
export const running = ({ claims }: Pick<LightsView, 'claims'>): Claim | null =>
  claims.find(({ begunMs }) => begunMs !== null) ?? null

/** Lamps Lull may touch by the ticks alone. */
export const ticked = ({ lamps }: Pick<LightsView, 'lamps'>) =>
  lamps.filter(({ choice }) => choice === 'chosen')

export const held = ({ lamps }: Pick<LightsView, 'lamps'>) => lamps.filter(({ heldBy }) => heldBy !== null)

/** All that are ticked, as far as they say; none of them means no. */
export function isAllOff(view: Pick<LightsView, 'lamps'>): boolean {
  const lamps = ticked(view)
  return lamps.length > 0 && lamps.every(({ isOn }) => isOn === false)
}

const DISTRUSTED = [
  'wrong_bridge',
  'certificate_changed',
  'unknown_certificate',
  'not_hue_certificate',
  'certificate_expired',
  'certificate_not_yet_valid',
]

function sourceWords({ title, phase }: LightSourceView, { t }: LightWords): string | null {
  if (phase.phase === 'connected') return null
  if (phase.phase === 'connecting') return t('lights.lede.connecting', { title })
  const { failure } = phase
  if (failure === 'key_removed') return t('lights.lede.keyRemoved', { title })
  if (failure === 'no_broker') return t('lights.lede.noBroker', { title })
  if (failure === 'broker_refused') return t('lights.lede.brokerRefused', { title })
  return t(DISTRUSTED.includes(failure) ? 'lights.lede.distrusted' : 'lights.lede.away', { title })
}

/** Said first only where no source is left that answers. */
function awayWords({ sources }: LightsView, words: LightWords): string | null {
  if (sources.some(({ phase }) => phase.phase === 'connected')) return null
  const failed = sources.find(({ phase }) => phase.phase === 'failed') ?? sources[0]
  return failed ? sourceWords(failed, words) : null
}

export function roomWords(lampIds: readonly string[], view: LightsView, words: LightWords): string {
  const rooms = roomsOf(lampIds, view)
  if (rooms.length === 0) return words.t('lights.now.somewhere')
  if (rooms.length > 3) return words.t('lights.now.manyRooms', { n: words.counted(rooms.length) })
  return words.list(rooms)
}

function runningWords(view: LightsView, claim: Claim, words: LightWords): string {
  const { t } = words
  const look = lookName(claim.look, words)
  if (claim.because === 'preview') return t('lights.lede.preview', { look })
  const ids = held(view).map(({ id }) => id)
  const clock = words.moment(claim.begunMs ?? claim.fromMs)
  const what = t(`lights.now.look.${lookKey(claim.look)}`, {
    rooms: roomWords(ids, view, words),
    clock,
    look,
  })
  return t('lights.lede.running', { what, why: whyWords(claim.because, claim.fromMs, words) })
}

/** What may happen, while nothing does. */
function restingWords(view: LightsView, words: LightWords): string {
  const { t } = words
  if (view.isSimulated) return t('lights.lede.simulated')
  if (!view.isAllowed) return t('lights.lede.notAllowed')
  const [source] = view.sources
  if (view.lamps.length === 0 && source) return t('lights.lede.noLamps', { title: source.title })
  const lamps = ticked(view)
  if (lamps.length === 0) return t('lights.lede.noneTicked')
  if (isAllOff(view)) return t('lights.lede.allOff')
  const n = words.counted(lamps.length)
  return t('lights.lede.ready', { lamps: t('lights.lamps', { count: lamps.length, n }) })
}

export function lightsSentence(view: LightsView, words: LightWords): string {
  const { t } = words
  const away = awayWords(view, words)
  if (away !== null) return away
  if (view.isPaused) return t('lights.lede.paused')
  const claim = running(view)
  if (claim !== null && held(view).length > 0) return runningWords(view, claim, words)
  if (claim !== null && isAllOff(view)) return t('lights.lede.allOff')
  return view.owed > 0 ? t('lights.lede.givingBack') : restingWords(view, words)
}

/** What is paired, or the first of it that needs a look. */
export function sourcesSentence({ sources, lamps, isSimulated }: LightsView, words: LightWords): string {
  const { t } = words
  if (isSimulated) return t('lights.lede.sourcesNone')
  const away = sources.map((source) => sourceWords(source, words)).find((said) => said !== null)
  if (away !== undefined) return away
  const [source] = sources
  if (lamps.length === 0 && source) return t('lights.lede.noLamps', { title: source.title })
  const n = words.counted(lamps.length)
  return t('lights.lede.sourcesAll', { lamps: t('lights.lamps', { count: lamps.length, n }) })
}

/** What may be tried at all now, in the room on screen or in the person's own. */
export const mayTry = ({ isSimulated, isAllowed, isPaused, sources }: LightsView): boolean =>
  (isSimulated || isAllowed) && !isPaused && sources.some(({ phase }) => phase.phase === 'connected')
