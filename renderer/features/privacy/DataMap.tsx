/** What is kept, kind by kind in plain words: how much, since when, for how long, and the way to erase each. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { sizeWords, useLanguage } from '../../text/amounts.ts'
import { useWhen } from '../../text/useWhen.ts'
import { type DataGroup, groupedKinds, type KeptKind } from './dataGroups.ts'
import styles from './Privacy.module.css'
import { useErasing } from './useErasing.ts'
import { useInventory } from './useInventory.ts'

export function DataMap() {
  const { t } = useTranslation()
  const language = useLanguage()
  const data = useInventory()
  if (!data) return null
  const fileBytes = data.kinds.find(({ kind }) => kind === 'messages')?.bytes
  return (
    <>
      {groupedKinds(data.kinds).map(({ group, kinds }) => (
        <Group key={group} group={group} kinds={kinds} />
      ))}
      <p className={styles.small}>
        {data.dataFolder === null
          ? t('privacy.folderNone')
          : t('privacy.folder', { folder: data.dataFolder })}
      </p>
      <p className={styles.small}>
        {fileBytes ? t('dataMap.file', { size: sizeWords(fileBytes, language) }) : null}
      </p>
      <p className={styles.small}>{t(`privacy.key.${data.keyKeeper}`)}</p>
    </>
  )
}

function Group({ group, kinds }: { group: DataGroup; kinds: readonly KeptKind[] }) {
  const { t } = useTranslation()
  const title = t(`dataMap.group.${group}`)
  return (
    <section aria-label={title}>
      <h3 className={styles.group}>{title}</h3>
      <ul className={styles.kinds}>
        {kinds.map((kept) => (
          <KindRow key={kept.kind} kept={kept} />
        ))}
      </ul>
    </section>
  )
}

function KindRow({ kept }: { kept: KeptKind }) {
  const { t } = useTranslation()
  const { eraseKind } = useErasing()
  const [asks, setAsks] = useState(false)
  const name = t(`privacy.kind.${kept.kind}`)
  const canErase = kept.erasable && kept.rows > 0
  return (
    <li className={styles.kind}>
      <div className={styles.kindWords}>
        <p>{name}</p>
        <p className={styles.small}>
          <KindFacts kept={kept} />
        </p>
      </div>
      {canErase && asks ? (
        <div className={styles.ways} role="alert">
          <span>{sureWords(kept.kind)}</span>
          <Button
            look="danger"
            onClick={() => {
              setAsks(false)
              eraseKind(kept.kind)
            }}
          >
            {t('dataMap.yes')}
          </Button>
          <Button look="plain" onClick={() => setAsks(false)}>
            {t('dataMap.keep')}
          </Button>
        </div>
      ) : null}
      {canErase && !asks ? (
        <Button aria-label={t('dataMap.eraseName', { kind: name })} onClick={() => setAsks(true)}>
          {t('dataMap.erase')}
        </Button>
      ) : null}
    </li>
  )

  function sureWords(kind: KeptKind['kind']): string {
    if (kind === 'conversations') return t('dataMap.sureTalks')
    return kind === 'devices' ? t('dataMap.sureDevices') : t('dataMap.sure', { kind: name })
  }
}

function KindFacts({ kept }: { kept: KeptKind }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const when = useWhen()
  const { kind, rows, bytes, oldestAt, keptDays } = kept
  if (rows === 0) return t('dataMap.none')
  return [
    rows.toLocaleString(language),
    // Of messages it is the whole file, told below.
    ...(bytes && kind !== 'messages' ? [sizeWords(bytes, language)] : []),
    ...(oldestAt === null ? [] : [t('dataMap.oldest', { when: when(oldestAt) })]),
    t(`dataMap.kept.${keptWords(kept)}`, { count: keptDays ?? 0 }),
  ].join(' · ')
}

/** What is part of a talk goes with it. */
const partsOfTalks: readonly KeptKind['kind'][] = ['messages', 'states']

function keptWords({ kind, keptDays }: KeptKind): 'days' | 'open' | 'talks' {
  if (keptDays !== null) return 'days'
  return partsOfTalks.includes(kind) ? 'talks' : 'open'
}
