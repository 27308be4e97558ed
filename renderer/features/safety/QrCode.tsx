/** A square that a phone reads, drawn by us: dark on light in every theme, since readers expect it so. */
import { encode } from 'uqr'
import styles from './CareCard.module.css'

const quietCells = 3

export default function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  const side = size + quietCells * 2
  return (
    <svg
      className={styles.qr}
      role="img"
      aria-label={label}
      viewBox={`${-quietCells} ${-quietCells} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect x={-quietCells} y={-quietCells} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
