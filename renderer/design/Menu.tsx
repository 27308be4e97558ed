/** A menu behind a quiet round button. */
import { Menu as BaseMenu } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { buttonClass } from './Button.tsx'
import styles from './Menu.module.css'

export interface MenuProps {
  /** What the button is for, for those who cannot see it. */
  label: string
  sign: ReactNode
  children: ReactNode
  className?: string | undefined
  side?: 'bottom' | 'top'
}

export function Menu({ label, sign, children, className = '', side = 'bottom' }: MenuProps) {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger className={`${buttonClass('icon')} ${className}`} aria-label={label}>
        {sign}
      </BaseMenu.Trigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner className={styles.positioner} align="end" side={side} sideOffset={4}>
          <BaseMenu.Popup className={styles.popup}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

export function MenuItem({ onChoose, children }: { onChoose: () => void; children: ReactNode }) {
  return (
    <BaseMenu.Item className={styles.item} onClick={onChoose}>
      {children}
    </BaseMenu.Item>
  )
}

export function MenuLine() {
  return <BaseMenu.Separator className={styles.line} />
}
