/** What may be suggested in a pause: one wish for each, which wins over what was learnt. */
import { useTranslation } from 'react-i18next'
import { ARMS, type Arm } from '../../../../electron/core/breaks/kinds.ts'
import { Choice } from '../../../design/Choice.tsx'
import { Row, Section } from '../../../design/Page.tsx'
import { type Wish, wishesOf, wishOf, withWish } from './armWish.ts'
import styles from './BreakSettings.module.css'
import type { BreakSectionProps } from './OffersSection.tsx'

/** What a person can be invited to, and last the one that is no invitation. */
const order: readonly Arm[] = [...ARMS.filter((arm) => arm !== 'nothing'), 'nothing']

export function ArmsSection({ breaks, edits }: BreakSectionProps) {
  const { t } = useTranslation()
  const invitations = order.filter((arm) => arm !== 'nothing')
  const isAllNever = invitations.every((arm) => wishOf(breaks, arm) === 'never')
  const hasAlways = invitations.some((arm) => wishOf(breaks, arm) === 'always')
  return (
    <Section title={t('breakSettings.arms.title')} about={t('breakSettings.arms.about')}>
      <div>
        {order.map((arm) => (
          <ArmRow
            key={arm}
            arm={arm}
            wish={wishOf(breaks, arm)}
            onChoose={(wish) => edits.editBreaks((now) => withWish(now, arm, wish))}
          />
        ))}
      </div>
      {isAllNever ? <p className={styles.note}>{t('breakSettings.arms.allNever')}</p> : null}
      {hasAlways ? <p className={styles.note}>{t('breakSettings.arms.onlyAlways')}</p> : null}
    </Section>
  )
}

function ArmRow({ arm, wish, onChoose }: { arm: Arm; wish: Wish; onChoose: (wish: Wish) => void }) {
  const { t } = useTranslation()
  const name = t(`breakSettings.arm.${arm}`)
  return (
    <Row label={name} about={arm === 'nothing' ? t('breakSettings.arm.nothingAbout') : undefined}>
      <Choice
        label={t('breakSettings.arms.wishOf', { arm: name })}
        value={wish}
        options={wishesOf(arm).map((value) => ({ value, label: t(`breakSettings.wish.${value}`) }))}
        placeholder={t(`breakSettings.wish.${wish}`)}
        onChoose={onChoose}
      />
    </Row>
  )
}
