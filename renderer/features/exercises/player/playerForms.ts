/** The forms an exercise can be followed in, and the one a person is given who has not chosen. */
export const playerForms = ['moving', 'still', 'text'] as const
export type PlayerForm = (typeof playerForms)[number]

/** Whoever asked the system for less motion gets a light that stands. */
export function usualForm(): PlayerForm {
  return window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ? 'still' : 'moving'
}
