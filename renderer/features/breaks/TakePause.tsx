/** The one filled button: takes a pause now, with a small menu of how long and what with. */
import { Menu as BaseMenu } from '@base-ui/react/menu'
import { useTranslation } from 'react-i18next'
import {
  type BreakKind,
  type Invitation,
  KIND_LENGTH_MS,
  lengthWith,
} from '../../../electron/core/breaks/kinds.ts'
import { buttonClass } from '../../design/Button.tsx'
import { OpenSign } from '../../design/icons.tsx'
import menu from '../../design/Menu.module.css'
import { useSettings } from '../settings/useSettings.ts'
import type { DayWords } from '../stress/dayWords.ts'
import styles from './Now.module.css'

const plainKinds: BreakKind[] = ['micro', 'pause', 'long', 'lunch', 'eyeRest']
/** In a pause; looking away is what an eye rest is. */
const arms: Invitation[] = ['stretch', 'breathe', 'walk', 'talk']
const ARM_KIND: BreakKind = 'pause'

export interface TakePauseProps {
  words: DayWords
  onTake: (kind: BreakKind, arm: Invitation | null) => void
}

function useLengths(): Record<BreakKind, number> {
  const kinds = useSettings()?.breaks.kinds
  if (!kinds) return KIND_LENGTH_MS
  return Object.fromEntries(Object.entries(kinds).map(([kind, { lengthMs }]) => [kind, lengthMs])) as Record<
    BreakKind,
    number
  >
}

export function TakePause({ words, onTake }: TakePauseProps) {
  const { t } = useTranslation()
  const lengths = useLengths()
  const item = (name: string, kind: BreakKind, arm: Invitation | null) => (
    <BaseMenu.Item key={`${kind}${arm}`} className={menu.item} onClick={() => onTake(kind, arm)}>
      <span className={styles.itemName}>{name}</span>
      <span className={styles.itemLength}>{words.duration(lengthWith(arm, kind, lengths))}</span>
    </BaseMenu.Item>
  )
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger className={`${buttonClass('filled')} ${styles.take}`}>
        {t('pauses.now.take')}
        <OpenSign />
      </BaseMenu.Trigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner className={menu.positioner} align="start" side="bottom" sideOffset={4}>
          <BaseMenu.Popup className={menu.popup} aria-label={t('pauses.now.takeMenu')}>
            <BaseMenu.Group>
              <BaseMenu.GroupLabel className={styles.groupName}>
                {t('pauses.now.takeJust')}
              </BaseMenu.GroupLabel>
              {plainKinds.map((kind) => item(t(`pauses.kindName.${kind}`), kind, null))}
            </BaseMenu.Group>
            <BaseMenu.Separator className={menu.line} />
            <BaseMenu.Group>
              <BaseMenu.GroupLabel className={styles.groupName}>
                {t('pauses.now.takeWith')}
              </BaseMenu.GroupLabel>
              {arms.map((arm) => item(t(`pauses.armName.${arm}`), ARM_KIND, arm))}
            </BaseMenu.Group>
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}
