/** A sentence whose weighty part is in the colour of the lamp. */
import cards from '../stress/Cards.module.css'
import type { SentencePart } from './pauseWords.ts'

export function Said({ parts }: { parts: readonly SentencePart[] }) {
  return parts.map(({ text, strong }) =>
    strong ? (
      <strong key={text} className={cards.strong}>
        {text}
      </strong>
    ) : (
      text
    ),
  )
}
