/** The maker's server: asked only after it was said what it learns, and only by a press of its own. */
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundBridge } from '../../../../electron/contract/lights.ts'
import { Button } from '../../../design/Button.tsx'
import { useKeptFocus } from '../../../design/useKeptFocus.ts'
import { errorCode, type PageErrorCode, useClient } from '../../../watch.ts'
import type { Findings } from './NetworkSearch.tsx'
import styles from './Pair.module.css'

type Asked = { state: 'no' } | { state: 'offered' } | { state: 'asking' } | Answer
type Answer = { state: 'answered'; findings: Findings } | { state: 'failed'; code: PageErrorCode }

export function AskMaker({ onFound }: { onFound: (found: FoundBridge[]) => void }) {
  const { t } = useTranslation()
  const client = useClient()
  const [asked, setAsked] = useState<Asked>({ state: 'no' })
  const place = useRef<HTMLDivElement>(null)
  useKeptFocus(place, 'button')

  async function ask() {
    setAsked({ state: 'asking' })
    try {
      const findings = await client.lights.lookUp()
      onFound(findings.found)
      setAsked({ state: 'answered', findings })
    } catch (error) {
      setAsked({ state: 'failed', code: errorCode(error) })
    }
  }

  return (
    <div ref={place} className={styles.maker}>
      {asked.state === 'offered' ? (
        <Offer onYes={() => void ask()} onNo={() => setAsked({ state: 'no' })} />
      ) : (
        <Button
          aria-disabled={asked.state === 'asking'}
          onClick={() => (asked.state === 'asking' ? undefined : setAsked({ state: 'offered' }))}
        >
          {t('pairBridge.maker.open')}
        </Button>
      )}
      <p role="status">
        <MakerWords asked={asked} />
      </p>
    </div>
  )
}

/** What it learns, before it is asked. */
function Offer({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const { t } = useTranslation()
  const wordsId = useId()
  return (
    <div className={styles.told}>
      <p id={wordsId}>{t('pairBridge.maker.words')}</p>
      <div className={styles.ways}>
        <Button aria-describedby={wordsId} onClick={onYes}>
          {t('pairBridge.maker.ask')}
        </Button>
        <Button look="plain" onClick={onNo}>
          {t('pairBridge.maker.not')}
        </Button>
      </div>
    </div>
  )
}

function MakerWords({ asked }: { asked: Asked }) {
  const { t } = useTranslation()
  if (asked.state === 'asking') return t('pairBridge.maker.asking')
  if (asked.state === 'failed') return t('pairBridge.failed', { reason: t(`errors.${asked.code}`) })
  if (asked.state !== 'answered') return null
  const { found, outcome } = asked.findings
  if (outcome !== 'answered') return t(`pairBridge.maker.${outcome}`)
  return found.length === 0 ? t('pairBridge.maker.none') : t('pairBridge.found', { count: found.length })
}
