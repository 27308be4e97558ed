/** People to call, quietly: one line first, large, and the talk still open beneath. From data, never from a model. */
import type { TFunction } from 'i18next'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CareCard as Care, Helpline } from '../../../electron/core/safety/tier.ts'
import { Button, buttonClass } from '../../design/Button.tsx'
import { CopyButton } from '../../design/CopyButton.tsx'
import { useOpenPlace } from '../../windows/places.ts'
import { mustSee } from '../chat/useStickToBottom.ts'
import { useSettings } from '../settings/useSettings.ts'
import styles from './CareCard.module.css'
import { CountryChoice } from './CountryChoice.tsx'
import { callAddress, outward, shownCare, textAddress } from './careLines.ts'
import { PhoneCode } from './PhoneCode.tsx'
import { useCountryHelp } from './useCountryHelp.ts'

export function CareCard({ care: given }: { care: Care }) {
  const { t } = useTranslation()
  const openPlace = useOpenPlace()
  const chosen = useSettings()?.country ?? null
  const isOther = chosen !== null && chosen !== given.country
  const help = useCountryHelp(chosen, isOther)
  const care = shownCare(given, isOther ? help : null)
  const [first, ...others] = care.lines

  return (
    <section className={styles.card} aria-label={t('care.label')}>
      {care.country === null ? (
        <UnknownCountry lines={care.lines} isDanger={care.emergencyFirst} />
      ) : (
        <>
          {care.emergencyFirst && care.emergency ? (
            <NumberBlock
              lead={<CountryLine country={care.country} name={care.countryName} says={t('care.rightNow')} />}
              number={care.emergency}
              isLarge
              about={t('care.emergencyAbout')}
            />
          ) : null}
          {first ? (
            <NumberBlock
              lead={
                care.emergencyFirst ? (
                  <p className={styles.small}>{openingWords(first, t)}</p>
                ) : (
                  <CountryLine country={care.country} name={care.countryName} says={openingWords(first, t)} />
                )
              }
              number={first}
              isLarge={!care.emergencyFirst}
              about={`${first.name}. ${first.about}`}
              sms={first.sms}
            />
          ) : null}
          <OtherLines lines={others} emergency={care.emergencyFirst ? null : care.emergency} />
        </>
      )}
      <footer className={styles.foot}>
        <span>{t('care.byPeople')}</span>
        <Button look="plain" onClick={() => openPlace('protocol')}>
          {t('care.how')}
        </Button>
      </footer>
    </section>
  )
}

/** "free, day and night", as far as each is true. */
function openingWords(line: Helpline, t: TFunction): string {
  const hours = line.alwaysOpen ? t('care.dayAndNight') : line.hours
  return [line.free ? t('care.free') : null, hours].filter((word) => word !== null).join(', ')
}

function CountryLine({ country, name, says }: { country: string; name: string | null; says: string }) {
  const { t } = useTranslation()
  const [isChoosing, setChoosing] = useState(false)
  if (isChoosing) return <CountryChoice country={country} onChosen={() => setChoosing(false)} />
  return (
    <p className={styles.small}>
      {[name, says, ''].filter((word) => word !== null).join('\u00a0· ')}
      <Button look="plain" className={styles.inline} onClick={() => setChoosing(true)}>
        {t('care.changeCountry')}
      </Button>
    </p>
  )
}

interface NumberBlockProps {
  lead: ReactNode
  number: { shown: string; dialable: string }
  isLarge: boolean
  about: string
  sms?: Helpline['sms']
}

function NumberBlock({ lead, number, isLarge, about, sms = null }: NumberBlockProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.block} {...(isLarge ? mustSee : null)}>
      {lead}
      <p className={isLarge ? styles.number : styles.smallNumber}>{number.shown}</p>
      <p>{about}</p>
      <div className={styles.ways}>
        <a
          className={buttonClass(isLarge ? 'filled' : 'chip')}
          href={callAddress(number.dialable)}
          {...outward}
        >
          {t('care.call')}
          <span className="unseen">{number.shown}</span>
        </a>
        <CopyButton text={number.shown} />
        <PhoneCode shown={number.shown} dialable={number.dialable} />
        {sms ? (
          <a className={buttonClass('chip')} href={textAddress(sms)} {...outward}>
            {sms.body === null
              ? t('care.textTo', { to: sms.to })
              : t('care.textWord', { word: sms.body, to: sms.to })}
          </a>
        ) : null}
      </div>
    </div>
  )
}

function OtherLines({ lines, emergency }: { lines: Helpline[]; emergency: Care['emergency'] }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  if (lines.length === 0 && emergency === null) return null
  return (
    <>
      <div className={styles.others}>
        {emergency ? (
          <p>
            {t('care.inDanger')}{' '}
            <a {...outward} href={callAddress(emergency.dialable)} className={styles.inlineNumber}>
              {emergency.shown}
            </a>
          </p>
        ) : null}
        {lines.length > 0 ? (
          <Button
            look="plain"
            className={styles.inline}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? t('care.fewerLines') : t('care.moreLines', { count: lines.length })}
          </Button>
        ) : null}
      </div>
      {isOpen
        ? lines.map((line) => (
            <NumberBlock
              key={line.name}
              lead={<p className={styles.small}>{openingWords(line, t)}</p>}
              number={line}
              isLarge={false}
              about={`${line.name}. ${line.about}`}
              sms={line.sms}
            />
          ))
        : null}
    </>
  )
}

/** Directories as text: Lull opens no pages by itself. */
function UnknownCountry({ lines, isDanger }: { lines: Helpline[]; isDanger: boolean }) {
  const { t } = useTranslation()
  return (
    <div className={styles.block}>
      {isDanger ? <p className={styles.danger}>{t('care.localEmergency')}</p> : null}
      <p>{t('care.whichCountry')}</p>
      <CountryChoice country={null} />
      <p className={styles.small}>{t('care.directories')}</p>
      <ul className={styles.directories}>
        {lines.map((line) => (
          <li key={line.name}>
            <span>{line.name}</span>
            {line.url ? (
              <a className={styles.address} href={line.url} {...outward}>
                {line.url.replace(/^https:\/\//, '')}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
