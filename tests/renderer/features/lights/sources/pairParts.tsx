/** What tests of pairing do on the page, and what the fake engine answers. */
import { fireEvent, screen } from '@testing-library/react'
import type { FoundBridge, PairStep, SightingView } from '../../../../../electron/contract/lights.ts'
import SourcesSection from '../../../../../renderer/features/lights/sources/SourcesSection.tsx'
import words from '../../../../../renderer/text/en.lightSources.json'
import { type RenderedPart, renderLightsPart } from './renderLightsPart.tsx'

export const bridgeId = '001788fffe123456'
export const sha256 = 'a1b2'.repeat(16)

export const found = (rest: Partial<FoundBridge> = {}): FoundBridge => ({
  ...{ bridgeId, host: '192.168.1.20', port: 443, model: 'BSB002', sourceId: null },
  ...rest,
})
export const seen = (trust: 'root' | 'ask' | 'unverified', rest: object = {}): SightingView => ({
  ...{ seen: true, bridgeId, host: '192.168.1.20', port: 443, trust },
  sha256: trust === 'ask' ? sha256 : null,
  ...rest,
})
export const waits = (): PairStep => ({ step: 'waiting', endsAtMs: Date.now() + 30_000 })
export const never = () => new Promise<PairStep>(() => {})

type Code = keyof typeof words.lightSources.failure
/** Codes with words; that these are the contract's own is tested beside them. */
export const failureCodes = Object.keys(words.lightSources.failure) as Code[]

export const part = (before?: (parts: RenderedPart) => void) => renderLightsPart(<SourcesSection />, before)
export const dialog = (name: string | RegExp) => screen.findByRole('dialog', { name })
export const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }))
export const calls = ({ fake }: RenderedPart, path: string) => fake.called(`lights.${path}`)

export async function typeAddress(
  address: string,
  label: string | RegExp = 'Or type its address',
): Promise<void> {
  fireEvent.change(await screen.findByRole('textbox', { name: label }), { target: { value: address } })
  await press('Go to this address')
}

/** As far as the button. */
export async function toButton(
  parts: RenderedPart,
  pairing: RenderedPart['lights']['pairing'],
): Promise<void> {
  parts.lights.sighting = seen('root')
  parts.lights.pairing = pairing
  await press('Look for a bridge')
  await typeAddress('192.168.1.20')
}
