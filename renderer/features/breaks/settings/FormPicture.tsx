/** What each form of an offer looks like, drawn small: the lamp in the tray, the window in the corner, the covered displays. */
import type { Settings } from '../../../../electron/contract/settings.ts'
import styles from './FormPicture.module.css'

export type BreakForm = Settings['breaks']['form']

const display = (x: number, width: number) => (
  <>
    <rect className={styles.display} x={x} y="4" width={width} height="48" rx="4" />
    <path className={styles.stand} d={`M${x + width / 2 - 9} 60h18M${x + width / 2} 52v8`} />
    <path className={styles.tray} d={`M${x + 1} 9.5h${width - 2}`} />
  </>
)

const work = (x: number) => (
  <path className={styles.work} d={`M${x} 18h30M${x} 25h38M${x} 32h24M${x} 39h34`} />
)

export function FormPicture({ form }: { form: BreakForm }) {
  return (
    <svg className={styles.picture} viewBox="0 0 140 64" aria-hidden="true" focusable="false">
      {form === 'overlay' ? (
        <>
          {display(6, 62)}
          {display(74, 60)}
          <rect className={styles.cover} x="8" y="6" width="58" height="44" rx="3" />
          <rect className={styles.cover} x="76" y="6" width="56" height="44" rx="3" />
          <circle className={styles.glow} cx="37" cy="25" r="9" />
          <circle className={styles.lamp} cx="37" cy="25" r="3.6" />
          <path className={styles.words} d="M26 40h22M94 28h20" />
        </>
      ) : (
        <>
          {display(28, 84)}
          {work(36)}
        </>
      )}
      {form === 'tray' ? (
        <>
          <circle className={styles.glow} cx="102" cy="7.5" r="8" />
          <circle className={styles.lamp} cx="102" cy="7.5" r="3" />
        </>
      ) : null}
      {form === 'corner' ? (
        <>
          <rect className={styles.window} x="79" y="29" width="30" height="20" rx="3" />
          <circle className={styles.lamp} cx="84.5" cy="34.5" r="2.4" />
          <path className={styles.words} d="M90 34.5h14M83 40.5h20" />
          <rect className={styles.button} x="83" y="43.5" width="9" height="3" rx="1.5" />
        </>
      ) : null}
    </svg>
  )
}
