/** What happened outside Lull: one key chooses it, Enter ends it, and a line about it may stand in between. */
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BalanceView } from '../../../electron/contract/balance.ts'
import { type ActKind, actKinds } from '../../../electron/core/balance/acts.ts'
import { Button } from '../../design/Button.tsx'
import { Section } from '../../design/Page.tsx'
import type { DayWords } from '../stress/dayWords.ts'
import { ActList } from './ActList.tsx'
import { ActNote } from './ActNote.tsx'
import styles from './Balance.module.css'
import { useActDoings } from './useActDoings.ts'

/** The act that was just kept and may still get a line. */
interface Fresh {
  id: string
  kind: ActKind
}

export function ActsSection({ view, words }: { view: BalanceView; words: DayWords }) {
  const { t } = useTranslation()
  const { keep, remove } = useActDoings()
  const [fresh, setFresh] = useState<Fresh | null>(null)
  const [told, setTold] = useState('')
  const written = useRef('')
  const chips = useRef<HTMLFieldSetElement>(null)

  async function choose(kind: ActKind) {
    if (fresh && written.current !== '' && !(await keep({ ...fresh, note: written.current }))) return
    written.current = ''
    const id = crypto.randomUUID()
    if (!(await keep({ id, kind, note: null }))) return
    setTold(t('balance.acts.kept', { kind: t(`balance.acts.kind.${kind}`) }))
    setFresh({ id, kind })
  }
  async function noted({ id, kind }: Fresh, note: string) {
    if (note !== '' && !(await keep({ id, kind, note }))) return
    written.current = ''
    setFresh(null)
    chips.current?.querySelector<HTMLElement>(`[data-kind="${kind}"]`)?.focus()
  }

  return (
    <Section title={t('balance.acts.title')} about={t('balance.acts.about')}>
      <fieldset ref={chips} className={styles.chips} aria-label={t('balance.acts.add')}>
        {actKinds.map((kind) => (
          <Button key={kind} data-kind={kind} onClick={() => void choose(kind)}>
            {t(`balance.acts.kind.${kind}`)}
          </Button>
        ))}
      </fieldset>
      <p className={styles.told} role="status">
        {told}
      </p>
      {fresh ? (
        <ActNote
          key={fresh.id}
          onWrite={(note) => {
            written.current = note
          }}
          onDone={(note) => void noted(fresh, note)}
        />
      ) : null}
      {view.acts.length === 0 ? <p>{t('balance.acts.none')}</p> : null}
      <ActList acts={view.acts} onRemove={remove} />
      <p className={styles.about}>{pausesWords(view, words)}</p>
    </Section>
  )
}

function pausesWords({ walks, talksWithPeople }: BalanceView, { t, counted, list }: DayWords): string {
  const taken = [
    walks > 0 ? t('balance.acts.pauses.walks', { count: walks, n: counted(walks) }) : null,
    talksWithPeople > 0
      ? t('balance.acts.pauses.talks', { count: talksWithPeople, n: counted(talksWithPeople) })
      : null,
  ].filter((words) => words !== null)
  if (taken.length === 0) return t('balance.acts.pauses.none')
  return t('balance.acts.pauses.some', { what: list(taken) })
}
