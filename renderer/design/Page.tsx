/** A page of the home window: a sentence first, then what it is about. */
import type { ReactNode } from 'react'
import styles from './Page.module.css'

export interface PageProps {
  title: ReactNode
  /** A quiet row above the sentence, such as the way to another day. */
  above?: ReactNode
  children?: ReactNode
}

export function Page({ title, above, children }: PageProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it.
    <main className={styles.page} tabIndex={0}>
      <div className={styles.column}>
        {above}
        <h1 className={styles.lede}>{title}</h1>
        {children}
      </div>
    </main>
  )
}

export interface SectionProps {
  title: string
  about?: string
  children: ReactNode
}

export function Section({ title, about, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h2>{title}</h2>
        {about ? <p className={styles.about}>{about}</p> : null}
      </div>
      {children}
    </section>
  )
}

export interface RowProps {
  label: string
  about?: string | undefined
  labelId?: string
  children: ReactNode
}

/** A setting: what it is on the left, the way to change it on the right. */
export function Row({ label, about, labelId, children }: RowProps) {
  return (
    <div className={styles.row}>
      <div className={styles.rowWords}>
        <p id={labelId}>{label}</p>
        {about ? <p className={styles.about}>{about}</p> : null}
      </div>
      <div className={styles.rowDoing}>{children}</div>
    </div>
  )
}
