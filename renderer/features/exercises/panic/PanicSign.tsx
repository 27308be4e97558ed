/** A ring to hold on to, drawn like the other signs. */
export function PanicSign() {
  return (
    <svg
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="10" cy="10" r="7" />
      <circle cx="10" cy="10" r="3" />
      <path d="m5.1 5.1 2.8 2.8m4.2 4.2 2.8 2.8m0-9.8-2.8 2.8m-4.2 4.2-2.8 2.8" />
    </svg>
  )
}
