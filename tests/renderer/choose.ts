/** Opens a choice and takes one of its options, as a press of the pointer does. */
import { fireEvent, screen } from '@testing-library/react'

export async function choose(label: string | RegExp, option: string | RegExp): Promise<void> {
  fireEvent.click(await screen.findByRole('combobox', { name: label }))
  const wanted = await screen.findByRole('option', { name: option })
  fireEvent.pointerDown(wanted)
  fireEvent.click(wanted)
}
