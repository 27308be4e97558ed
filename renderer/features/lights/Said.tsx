/** A sentence whose weighty part is in the colour of the lamp. */
import styles from './Lights.module.css'

export function Said({ text }: { text: string }) {
  return text
    .split(/<b>(.*?)<\/b>/)
    .map((piece, at) => ({ piece, strong: at % 2 === 1 }))
    .filter(({ piece }) => piece !== '')
    .map(({ piece, strong }) =>
      strong ? (
        <strong key={piece} className={styles.strong}>
          {piece}
        </strong>
      ) : (
        piece
      ),
    )
}
