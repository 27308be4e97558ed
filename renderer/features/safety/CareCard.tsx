/** People to call, as one would say it: who first, their number large, and the talk still open beneath. From data, never from a model. */
import { useTranslation } from 'react-i18next'
import type { CareCard as Care } from '../../../electron/core/safety/tier.ts'
import { Button } from '../../design/Button.tsx'
import '../../text/careText.ts'
import { useOpenPlace } from '../../windows/places.ts'
import { useSettings } from '../settings/useSettings.ts'
import styles from './CareCard.module.css'
import { CountryLine, UnknownCountry } from './CareCountry.tsx'
import { canCall, shownCare } from './careLines.ts'
import { LineBlock, NumberBlock } from './NumberBlock.tsx'
import { OtherEmergency } from './OtherEmergency.tsx'
import { OtherLines } from './OtherLines.tsx'
import { OtherOwn, OwnBlock } from './OwnPeople.tsx'
import { useCountryHelp } from './useCountryHelp.ts'

export function CareCard({ care: given }: { care: Care }) {
  const { t } = useTranslation()
  const openPlace = useOpenPlace()
  const chosen = useSettings()?.country ?? null
  const isOther = chosen !== null && chosen !== given.country
  const help = useCountryHelp(chosen, isOther)
  const care = shownCare(given, isOther ? help : null)
  const [ownFirst, ...ownOthers] = care.own ?? []
  const ownIsFirst = ownFirst !== undefined && !care.emergencyFirst

  return (
    <section className={styles.card} aria-label={t('care.label')}>
      {care.emergencyFirst && care.emergency ? <EmergencyBlock care={care} /> : null}
      {care.emergencyFirst && !care.emergency ? (
        <p className={styles.lead}>{t('care.localEmergency')}</p>
      ) : null}
      {ownFirst ? <OwnBlock person={ownFirst} isFirst={ownIsFirst} /> : null}
      {care.country === null ? (
        <UnknownCountry lines={care.lines} />
      ) : (
        <Lines care={care} isFirst={!care.emergencyFirst && !(ownFirst && canCall(ownFirst.phone))} />
      )}
      <OtherOwn people={ownOthers} />
      <Also care={care} />
      <footer className={styles.foot}>
        <span>{t('care.byPeople')}</span>
        <Button look="plain" onClick={() => openPlace('protocol')}>
          {t('care.how')}
        </Button>
      </footer>
    </section>
  )
}

function EmergencyBlock({ care }: { care: Care }) {
  const { t } = useTranslation()
  if (!care.emergency) return null
  return (
    <NumberBlock
      lead={t('helpCard.now')}
      number={care.emergency}
      isLarge
      isFirst
      beside={<CountryLine country={care.country} name={care.countryName} />}
    >
      <p>{t('care.emergencyAbout')}</p>
      <OtherEmergency country={care.country} />
    </NumberBlock>
  )
}

function Lines({ care, isFirst }: { care: Care; isFirst: boolean }) {
  const [first, ...others] = care.lines
  const isHere = !care.emergencyFirst
  return (
    <>
      {first ? (
        <LineBlock
          line={first}
          isLarge={isHere}
          isFirst={isFirst}
          beside={isHere ? <CountryLine country={care.country} name={care.countryName} /> : null}
        />
      ) : null}
      <OtherLines lines={others} emergency={isHere ? care.emergency : null} country={care.country} />
    </>
  )
}

/** A professional and someone trusted count as much as a line, and need no number to be named. */
function Also({ care }: { care: Care }) {
  const { t } = useTranslation()
  const openPlace = useOpenPlace()
  const hasOwn = (care.own ?? []).length > 0
  return (
    <div className={styles.also}>
      <p className={styles.small}>{t('helpCard.also')}</p>
      <ul className={styles.alsoList}>
        <li>{care.professional ?? t('helpCard.professional')}</li>
        <li>
          {care.trusted ?? t('helpCard.trusted')}
          {hasOwn ? null : (
            <Button look="plain" className={styles.inline} onClick={() => openPlace('people')}>
              {t('helpCard.someone')}
            </Button>
          )}
        </li>
      </ul>
    </div>
  )
}
