/** The last message as a tree: a value in it is a button that makes its path. */
import { useTranslation } from 'react-i18next'
import styles from './PayloadTree.module.css'
import { type PayloadNode, payloadTree } from './payloadTree.ts'

export interface PayloadTreeProps {
  value: unknown
  /** Paths that are in use, marked in the tree. */
  chosen: ReadonlySet<string>
  onPick: (path: string, sample: unknown) => void
}

export function PayloadTree({ value, chosen, onPick }: PayloadTreeProps) {
  return (
    <ul className={styles.tree}>
      <Branch node={payloadTree(value)} chosen={chosen} onPick={onPick} />
    </ul>
  )
}

function Branch({ node, chosen, onPick }: Omit<PayloadTreeProps, 'value'> & { node: PayloadNode }) {
  const { path, sample, children, more } = node
  if (node.isValue && path !== null) {
    return (
      <li>
        <Leaf node={node} isChosen={chosen.has(path)} onPick={() => onPick(path, sample)} />
      </li>
    )
  }
  return (
    <li>
      {node.name === null ? null : <span className={styles.branch}>{node.name}</span>}
      <ul>
        {children.map((child) => (
          <Branch key={child.name} node={child} chosen={chosen} onPick={onPick} />
        ))}
        {more > 0 ? <li className={styles.more}>… +{more}</li> : null}
      </ul>
    </li>
  )
}

function Leaf({ node, isChosen, onPick }: { node: PayloadNode; isChosen: boolean; onPick: () => void }) {
  const { t } = useTranslation()
  const { name, path, sample } = node
  const shown = shownValue(sample)
  const isNumber = typeof sample === 'number' || Array.isArray(sample)
  return (
    <button
      type="button"
      className={styles.leaf}
      data-number={isNumber || undefined}
      aria-pressed={isChosen}
      onClick={onPick}
    >
      {name === null ? null : <span>{name}</span>} <code>{shown}</code>{' '}
      <span className="unseen">{t('mapping.pick', { path })}</span>
    </button>
  )
}

const MOST_SHOWN = 60

function shownValue(sample: unknown): string {
  const text = JSON.stringify(sample) ?? ''
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}
