/** The few signs the page needs, drawn as strokes in the colour of the text beside them. */
import type { ReactNode } from 'react'

function sign(paths: ReactNode) {
  return function Sign() {
    return (
      <svg
        viewBox="0 0 20 20"
        width="18"
        height="18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {paths}
      </svg>
    )
  }
}

export const MoreSign = sign(
  <g fill="currentColor" stroke="none">
    <circle cx="4.5" cy="10" r="1.4" />
    <circle cx="10" cy="10" r="1.4" />
    <circle cx="15.5" cy="10" r="1.4" />
  </g>,
)
export const SendSign = sign(<path d="M10 15.5v-11M5.5 9 10 4.5 14.5 9" />)
export const StopSign = sign(
  <rect x="5.5" y="5.5" width="9" height="9" rx="2.4" fill="currentColor" stroke="none" />,
)
export const BackSign = sign(<path d="M12 4.5 6.5 10l5.5 5.5" />)
export const DownSign = sign(<path d="M10 4.5v11M5.5 11l4.5 4.5 4.5-4.5" />)
export const SearchSign = sign(
  <>
    <circle cx="9" cy="9" r="4.8" />
    <path d="m12.7 12.7 3.3 3.3" />
  </>,
)
export const CheckSign = sign(<path d="m4.5 10.5 3.6 3.6 7.4-8" />)
export const CloseSign = sign(<path d="m5.5 5.5 9 9m0-9-9 9" />)
export const OpenSign = sign(<path d="m6 8 4 4 4-4" />)
