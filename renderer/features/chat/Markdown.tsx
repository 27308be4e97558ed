/** Lull's words with their few marks, as elements of our own: never as HTML. */
import { Fragment, type ReactNode, useMemo } from 'react'
import { type Block, type Inline, parseMarkdown } from '../../../electron/core/chat/markdown.ts'

export interface MarkdownProps {
  text: string
  /** Put after the last word, such as the lamp's caret. */
  end?: ReactNode
}

export function Markdown({ text, end = null }: MarkdownProps) {
  const blocks = useMemo(() => parseMarkdown(text), [text])
  const last = blocks.length - 1
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks only ever grow at the end.
    <DrawnBlock key={index} block={block} end={index === last ? end : null} />
  ))
}

function DrawnBlock({ block, end }: { block: Block; end: ReactNode }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          {drawn(block.children)}
          {end}
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          {drawn(block.children)}
          {end}
        </blockquote>
      )
    case 'codeBlock':
      return (
        <pre>
          <code>{block.text}</code>
          {end}
        </pre>
      )
    case 'list': {
      const items = block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items only ever grow at the end.
        <li key={index}>
          {drawn(item)}
          {index === block.items.length - 1 ? end : null}
        </li>
      ))
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
    }
  }
}

function drawn(parts: Inline[]): ReactNode {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: words only ever grow at the end.
    <Fragment key={index}>{drawnInline(part)}</Fragment>
  ))
}

function drawnInline(part: Inline): ReactNode {
  switch (part.type) {
    case 'text':
      return part.text
    case 'break':
      return <br />
    case 'bold':
      return <strong>{drawn(part.children)}</strong>
    case 'italic':
      return <em>{drawn(part.children)}</em>
    case 'code':
      return <code>{part.text}</code>
  }
}
