/** A dialog that rises over the window it belongs to, with its way out always in the same corner. */
import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from './Button.tsx'
import { useCovered } from './covered.ts'
import { CloseSign } from './icons.tsx'
import styles from './Sheet.module.css'

export interface SheetProps {
  title: string
  onClose: () => void
  /** Where the keyboard begins; else at the way out. */
  startAt?: RefObject<HTMLElement | null>
  /** Nothing in it takes the keyboard, so the words do: they may need scrolling. */
  isText?: boolean
  children: ReactNode
}

/** Shown for as long as it is rendered. */
export function Sheet({ title, onClose, startAt, isText = false, children }: SheetProps) {
  const { t } = useTranslation()
  const isCovered = useCovered()
  return (
    <Dialog.Root open={!isCovered} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.veil} />
        <Dialog.Popup className={styles.sheet} initialFocus={startAt}>
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <Dialog.Close className={buttonClass('icon')} aria-label={t('common.close')}>
              <CloseSign />
            </Dialog.Close>
          </header>
          <section className={styles.body} aria-label={title} tabIndex={isText ? 0 : undefined}>
            {children}
          </section>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
