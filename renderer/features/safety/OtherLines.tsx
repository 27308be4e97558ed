/** Below the one line: the number for danger, always in sight, and other lines behind one press. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CareCard, Helpline } from '../../../electron/core/safety/tier.ts'
import { Button } from '../../design/Button.tsx'
import styles from './CareCard.module.css'
import { callAddress, outward } from './careLines.ts'
import { LineBlock } from './NumberBlock.tsx'
import { OtherEmergency } from './OtherEmergency.tsx'

export interface OtherLinesProps {
  lines: readonly Helpline[]
  emergency: CareCard['emergency']
  country: string | null
}

export function OtherLines({ lines, emergency, country }: OtherLinesProps) {
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
        {emergency ? <OtherEmergency country={country} /> : null}
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
            <LineBlock key={`${line.name} ${line.shown}`} line={line} isLarge={false} isFirst={false} />
          ))
        : null}
    </>
  )
}
