/** "How well does this know me?": the strain signal against the person's own answers, with its uncertainty said aloud. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../electron/core/stress/agreement.ts'
import { Button } from '../../design/Button.tsx'
import { Page, Section } from '../../design/Page.tsx'
import { errorCode, useClient } from '../../watch.ts'
import { useSettings } from '../settings/useSettings.ts'
import { agreementTitle, agreementWords } from './agreementWords.ts'
import type { DayWords } from './dayWords.ts'
import styles from './HowWell.module.css'
import { useStrainSwitch } from './useStrainSwitch.ts'

type Known = Extract<Agreement, { kind: 'known' }>

export default function HowWell({ words, onBack }: { words: DayWords; onBack: () => void }) {
  const { t } = useTranslation()
  const client = useClient()
  const { data, error } = useQuery({
    queryKey: ['day', 'howWell'],
    queryFn: () => client.stress.howWell(),
  })
  const back = (
    <p>
      <Button look="plain" autoFocus className={styles.back} onClick={onBack}>
        {t('today.nav.back')}
      </Button>
    </p>
  )
  if (!data) {
    return (
      <Page title={t('today.well.link')} above={back}>
        {error ? <p role="alert">{t(`errors.${errorCode(error)}`)}</p> : null}
      </Page>
    )
  }
  return (
    <Page title={agreementTitle(data, words)} above={back}>
      {data.kind === 'known' ? <Numbers known={data} words={words} /> : null}
      {data.kind === 'too_few' ? (
        <p className={styles.text}>{t('today.well.tooFewAbout', { n: words.number(data.n) })}</p>
      ) : null}
      {data.kind === 'no_variation' ? (
        <p className={styles.text}>{t('today.well.noVariationAbout', { n: words.number(data.n) })}</p>
      ) : null}
      <StrainSwitch isProposed={data.kind === 'known' && data.proposeOff} />
      <Section title={t('today.well.compared')}>
        <p className={styles.small}>{t('today.well.comparedAbout')}</p>
      </Section>
    </Page>
  )
}

function Numbers({ known, words }: { known: Known; words: DayWords }) {
  return (
    <div className={styles.numbers}>
      <Interval known={known} words={words} />
      {agreementWords(known, words).map((sentence) => (
        <p key={sentence} className={styles.text}>
          {sentence}
        </p>
      ))}
    </div>
  )
}

/** −1…1 as a place on a line of 100. */
const place = (rho: number) => ((Math.max(-1, Math.min(1, rho)) + 1) / 2) * 100

function Interval({ known: { rho, low, high }, words }: { known: Known; words: DayWords }) {
  const { t } = useTranslation()
  const said = { rho: words.exact(rho), low: words.exact(low), high: words.exact(high) }
  return (
    <div className={styles.interval} role="img" aria-label={t('today.well.picture', said)}>
      <div className={styles.line}>
        <span className={styles.zero} />
        <span
          className={styles.range}
          style={{ left: `${place(low)}%`, width: `${place(high) - place(low)}%` }}
        />
        <span className={styles.point} style={{ left: `${place(rho)}%` }} />
      </div>
      <div className={styles.ends}>
        <span>{t('today.well.against')}</span>
        <span>{t('today.well.none')}</span>
        <span>{t('today.well.full')}</span>
      </div>
    </div>
  )
}

/** Off is proposed once and plainly; on again is always possible. */
function StrainSwitch({ isProposed }: { isProposed: boolean }) {
  const { t } = useTranslation()
  const settings = useSettings()
  const { turn, failure } = useStrainSwitch()
  if (!settings) return null
  if (settings.strainOn && !isProposed) return null
  return (
    <div className={styles.proposal}>
      <p>{t(settings.strainOn ? 'today.well.proposeOff' : 'today.well.isOff')}</p>
      <p>
        {settings.strainOn ? (
          <Button look="filled" onClick={() => turn(false)}>
            {t('today.well.switchOff')}
          </Button>
        ) : (
          <Button onClick={() => turn(true)}>{t('today.well.switchOn')}</Button>
        )}
      </p>
      {failure === null ? null : <p role="alert">{failure}</p>}
    </div>
  )
}
