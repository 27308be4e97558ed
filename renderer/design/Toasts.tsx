/** Short words about something just done, with a way to take it back; F6 moves the keyboard to them. */
import { Toast } from '@base-ui/react/toast'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from './Button.tsx'
import { CloseSign } from './icons.tsx'
import styles from './Toasts.module.css'

export function ToastArea({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Toast.Provider limit={2}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport} aria-label={t('common.notices')}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const { t } = useTranslation()
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection={[]}>
      <Toast.Content className={styles.content}>
        <Toast.Title className={styles.title} render={<p />} />
        <Toast.Action className={styles.action} />
        <Toast.Close className={buttonClass('icon')} aria-label={t('common.close')}>
          <CloseSign />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}

export interface Notice {
  text: string
  undo?: { label: string; seconds: number; run: () => void }
}

/** @returns a function that shows a notice. */
export function useNotice(): (notice: Notice) => void {
  const { add, close } = Toast.useToastManager()
  return ({ text, undo }) => {
    const id = add({
      title: text,
      timeout: undo ? undo.seconds * 1000 : 6000,
      ...(undo && {
        actionProps: {
          children: undo.label,
          onClick: () => {
            close(id)
            undo.run()
          },
        },
      }),
    })
  }
}
