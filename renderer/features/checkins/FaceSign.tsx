/** Five calm faces, drawn as strokes on a glow that is dimmer or brighter with them. */
import type { ReactNode } from 'react'
import styles from './FaceSign.module.css'
import type { Face } from './useCheckinDraft.ts'

const dots = (
  <g fill="currentColor" stroke="none">
    <circle cx="14.6" cy="17.4" r="1.5" />
    <circle cx="25.4" cy="17.4" r="1.5" />
  </g>
)

const features: Record<Face, ReactNode> = {
  1: (
    <>
      <path d="m12.6 18.6 4-2.2M27.4 18.6l-4-2.2" />
      <path d="M14 28.2q6-6.4 12 0" />
    </>
  ),
  2: (
    <>
      {dots}
      <path d="M14.4 27.2q5.6-3 11.2 0" />
    </>
  ),
  3: (
    <>
      {dots}
      <path d="M14.4 26.2h11.2" />
    </>
  ),
  4: (
    <>
      {dots}
      <path d="M14.2 24.8q5.8 4.4 11.6 0" />
    </>
  ),
  5: (
    <>
      <path d="M12.8 18q1.9-2.6 3.8 0M23.4 18q1.9-2.6 3.8 0" />
      <path d="M13 23.8q7 7.4 14 0" />
    </>
  ),
}

export function FaceSign({ face, size = 'small' }: { face: Face; size?: 'small' | 'large' }) {
  return (
    <span className={styles.face} data-face={face} data-size={size}>
      <svg
        viewBox="0 0 40 40"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        aria-hidden="true"
        focusable="false"
      >
        {features[face]}
      </svg>
    </span>
  )
}
