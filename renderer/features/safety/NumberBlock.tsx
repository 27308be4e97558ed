/** One number as a person would hand it over: why this one, the figures, who answers, and every way to reach it. */
import type { TFunction } from 'i18next'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Helpline } from '../../../electron/core/safety/tier.ts'
import { buttonClass } from '../../design/Button.tsx'
import { CopyButton } from '../../design/CopyButton.tsx'
import { mustSee } from '../chat/useStickToBottom.ts'
import styles from './CareCard.module.css'
import { callAddress, canCall, outward, textAddress } from './careLines.ts'
import { PhoneCode } from './PhoneCode.tsx'

export interface NumberBlockProps {
  /** A sentence above the figures. */
  lead: ReactNode
  number: { shown: string; dialable: string }
  isLarge: boolean
  /** Its first way is the one filled button of the card. */
  isFirst: boolean
  /** Quiet words above the sentence, such as the country. */
  beside?: ReactNode
  isUnconfirmed?: boolean
  sms?: Helpline['sms']
  url?: string | null
  children: ReactNode
}

export function NumberBlock(props: NumberBlockProps) {
  const { t } = useTranslation()
  const { lead, number, isLarge, isFirst, beside = null, children } = props
  const aboutId = useId()
  return (
    <div className={styles.block} {...(isLarge ? mustSee : null)}>
      {beside}
      <p className={isLarge && isFirst ? styles.lead : styles.small}>{lead}</p>
      <p className={isLarge ? styles.number : styles.smallNumber}>{number.shown}</p>
      {props.isUnconfirmed ? (
        <span className={styles.tag} title={t('helpCard.unconfirmedAbout')}>
          {t('helpCard.unconfirmed')}
        </span>
      ) : null}
      <div id={aboutId} className={styles.about}>
        {children}
      </div>
      <Ways {...props} />
    </div>
  )
}

function Ways({ number, isFirst, sms = null, url = null }: NumberBlockProps) {
  const { t } = useTranslation()
  const dials = canCall(number.dialable)
  const textWords = sms && (sms.body === null ? textTo(sms.to, t) : t('care.textWord', smsWords(sms)))
  return (
    <div className={styles.ways}>
      {dials ? (
        <a
          className={buttonClass(isFirst ? 'filled' : 'chip')}
          href={callAddress(number.dialable)}
          {...outward}
        >
          {t('care.call')}
          <span className="unseen">{number.shown}</span>
        </a>
      ) : null}
      {sms ? (
        <a
          className={buttonClass(isFirst && !dials ? 'filled' : 'chip')}
          href={textAddress(sms)}
          {...outward}
        >
          {textWords}
        </a>
      ) : null}
      {number.shown === '' ? null : <CopyButton text={number.shown} />}
      {dials ? <PhoneCode shown={number.shown} dialable={number.dialable} /> : null}
      {url ? (
        <a className={buttonClass('chip')} href={url} {...outward}>
          {t('helpCard.page')}
        </a>
      ) : null}
    </div>
  )
}

const textTo = (to: string, t: TFunction) => t('care.textTo', { to })
const smsWords = ({ to, body }: { to: string; body: string | null }) => ({ to, word: body ?? '' })

/** "Here people answer day and night, for free.", as far as each is true. */
export function answersWords({ alwaysOpen, free }: Helpline, t: TFunction): string {
  if (alwaysOpen) return t(free ? 'helpCard.answers.alwaysFree' : 'helpCard.answers.always')
  return t(free ? 'helpCard.answers.free' : 'helpCard.answers.plain')
}

export interface LineBlockProps {
  line: Helpline
  isLarge: boolean
  isFirst: boolean
  beside?: ReactNode
}

export function LineBlock({ line, isLarge, isFirst, beside = null }: LineBlockProps) {
  const { t } = useTranslation()
  return (
    <NumberBlock
      lead={answersWords(line, t)}
      number={line}
      isLarge={isLarge}
      isFirst={isFirst}
      beside={beside}
      isUnconfirmed={!line.confirmed}
      sms={line.sms}
      url={line.url}
    >
      <p>
        {line.name}. {line.about}
      </p>
      {line.hours === null ? null : <p className={styles.small}>{line.hours}</p>}
    </NumberBlock>
  )
}
