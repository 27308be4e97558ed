/** The way between the parts of People. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './People.module.css'

export const peopleParts = ['people', 'plan', 'balance'] as const
export type PeoplePart = (typeof peopleParts)[number]

const hrefOf = (part: PeoplePart) => (part === 'people' ? '#/people' : `#/people/${part}`)

export function PeopleBar({ part }: { part: PeoplePart }) {
  const { t } = useTranslation()
  const bar = useRef<HTMLElement>(null)
  // Another part begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the part is what changes.
  useEffect(() => {
    bar.current?.closest('main')?.scrollTo({ top: 0 })
  }, [part])
  return (
    <nav ref={bar} className={styles.bar} aria-label={t('people.nav.label')}>
      {peopleParts.map((one) => (
        <a
          key={one}
          className={styles.part}
          href={hrefOf(one)}
          aria-current={one === part ? 'page' : undefined}
        >
          {t(`people.nav.${one}`)}
        </a>
      ))}
    </nav>
  )
}
