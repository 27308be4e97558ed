/** What is left when the page itself fails: a plain sentence and the way back, instead of nothing. */
import { Component, type ReactNode } from 'react'
import { Translation } from 'react-i18next'
import { Button } from '../design/Button.tsx'
import styles from './SignedOut.module.css'

export class PageFallback extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    if (!this.state.isBroken) return this.props.children
    return (
      <Translation>
        {(t) => (
          <main className={styles.out}>
            <h1>{t('page.broken')}</h1>
            <p>{t('page.kept')}</p>
            <Button look="filled" onClick={() => window.location.reload()}>
              {t('page.again')}
            </Button>
          </main>
        )}
      </Translation>
    )
  }
}
