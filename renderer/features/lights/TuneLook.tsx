/** A look made one's own: how far down, how warm, and how slowly; and back to how it comes. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { LOOKS, type Look, type LookId } from '../../../electron/core/lights/looks.ts'
import { Button } from '../../design/Button.tsx'
import { NumberField } from '../../design/NumberField.tsx'
import { Row } from '../../design/Page.tsx'
import { Switch } from '../../design/Switch.tsx'
import { useNotice } from '../../design/Toasts.tsx'
import styles from './Looks.module.css'
import { type LightWords, percentOf } from './lightWords.ts'
import {
  BEGIN,
  isTunable,
  isTuned,
  KELVIN,
  mirekOf,
  PERCENT,
  SECONDS,
  type TuneChange,
  withTuned,
} from './lookTuning.ts'
import { NumberRow } from './NumberRow.tsx'
import type { LightChoices } from './ticks.ts'
import type { LightEdit } from './useLightEdit.ts'
import { warmthName } from './warmthName.ts'

export interface TuneLookProps {
  id: LookId
  name: string
  look: Look
  choices: LightChoices
  words: LightWords
  edits: LightEdit
}

type PartProps = Pick<TuneLookProps, 'id' | 'look' | 'choices' | 'words'> & {
  change: (change: TuneChange) => void
}

export function TuneLook({ id, name, look, choices, words, edits }: TuneLookProps) {
  const { t } = useTranslation()
  const change = (part: TuneChange) => edits.edit(({ looks }) => ({ looks: withTuned(looks, id, part) }))
  const parts = { id, look, choices, words, change }
  return (
    <div className={styles.tune}>
      {isTunable.brightness(id) ? <BrightnessPart {...parts} /> : null}
      {isTunable.colour(id) ? <ColourPart {...parts} /> : null}
      {id === 'breathe' ? null : (
        <NumberRow
          label={t('lights.tune.fadeField')}
          about={t('lights.tune.fadeAbout')}
          value={Math.round((look.fadeMs ?? choices.fadeMs) / 1000)}
          span={SECONDS}
          unit={t('lights.tune.secondsUnit')}
          onChange={(seconds) => change({ fadeMs: seconds * 1000 })}
        />
      )}
      {isTuned(id, choices.looks) ? <Reset {...{ id, name, choices, edits }} /> : null}
    </div>
  )
}

function BrightnessPart({ id, look, choices, words, change }: PartProps) {
  const { t } = useTranslation()
  const labelId = useId()
  const { brightness } = look
  const isBelow = brightness !== null && brightness < choices.leastBrightness
  return (
    <>
      {LOOKS[id].brightness === null ? (
        <Row label={t('lights.tune.dims')} about={t('lights.tune.dimsAbout')} labelId={labelId}>
          <Switch
            labelId={labelId}
            on={brightness !== null}
            onSwitch={(on) => change({ brightness: on ? BEGIN.brightness : null })}
          />
        </Row>
      ) : null}
      {brightness === null ? null : (
        <NumberRow
          label={t('lights.tune.brightnessField')}
          about={
            isBelow
              ? t('lights.tune.belowFloor', { percent: percentOf(choices.leastBrightness, words) })
              : t('lights.tune.brightnessAbout')
          }
          value={Math.round(brightness)}
          span={PERCENT}
          unit={t('lights.tune.percentUnit')}
          onChange={(percent) => change({ brightness: percent })}
        />
      )}
    </>
  )
}

function ColourPart({ id, look, change }: PartProps) {
  const { t } = useTranslation()
  const [switchId, labelId] = [useId(), useId()]
  const mirek = mirekOf(look)
  const kelvin = mirek === null ? null : Math.round(1e6 / mirek / 10) * 10
  const label = t('lights.tune.kelvin')
  const isExact = look.colour?.kind === 'temperature'
  return (
    <>
      {LOOKS[id].colour === null ? (
        <Row label={t('lights.tune.warms')} about={t('lights.tune.warmsAbout')} labelId={switchId}>
          <Switch
            labelId={switchId}
            on={mirek !== null}
            onSwitch={(on) => change({ mirek: on ? BEGIN.mirek : null })}
          />
        </Row>
      ) : null}
      {kelvin === null ? null : (
        <Row
          label={label}
          about={t(isExact ? 'lights.tune.kelvinExact' : 'lights.tune.kelvinAtLeast')}
          labelId={labelId}
        >
          <span className={styles.word}>{t(`lights.warmth.${warmthName(kelvin)}`)}</span>
          <NumberField
            labelId={labelId}
            value={kelvin}
            min={KELVIN.least}
            max={KELVIN.most}
            step={KELVIN.step}
            unit={t('lights.tune.kelvinUnit')}
            less={t('lights.touch.less', { name: label })}
            more={t('lights.touch.more', { name: label })}
            onChange={(next) => change({ mirek: Math.round(1e6 / next) })}
          />
        </Row>
      )}
    </>
  )
}

/** Seconds in which it can be taken back. */
const UNDO_SECONDS = 10

function Reset({ id, name, choices, edits }: Pick<TuneLookProps, 'id' | 'name' | 'choices' | 'edits'>) {
  const { t } = useTranslation()
  const notice = useNotice()
  function reset() {
    const before = choices.looks[id]
    edits.edit(({ looks: { [id]: _, ...others } }) => ({ looks: others }))
    const run = () => edits.edit(({ looks }) => ({ looks: { ...looks, [id]: before } }))
    const undo = { label: t('common.undo'), seconds: UNDO_SECONDS, run }
    notice({ text: t('lights.tune.resetSaid', { look: name }), undo })
  }
  return (
    <p className={styles.reset}>
      <Button aria-label={t('lights.tune.resetOf', { look: name })} onClick={reset}>
        {t('lights.tune.reset')}
      </Button>
    </p>
  )
}
