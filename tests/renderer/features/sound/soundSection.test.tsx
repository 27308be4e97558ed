/** The section of sound and its small button, as a person meets them. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import SoundButton from '../../../../renderer/features/sound/SoundButton.tsx'
import SoundHere from '../../../../renderer/features/sound/SoundHere.tsx'
import SoundSection from '../../../../renderer/features/sound/SoundSection.tsx'
import { FakeAudioContext, fakeAudio } from './fakeAudio.ts'
import { fakeSpeech, rendered, setCall } from './renderSound.tsx'

vi.setConfig({ testTimeout: 20_000 })
// What it is made of is tested elsewhere, and takes its time.
vi.mock(import('../../../../electron/core/sound/soundLoop.ts'), async (original) => ({
  ...(await original()),
  // biome-ignore lint/correctness/useYield: it is made at once.
  *soundLoop() {
    return [new Float32Array(8), new Float32Array(8)] as const
  },
}))

beforeEach(() => {
  fakeAudio()
})

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const brown = (fake: { world: { settings: { sound: { kind: string } } } }) => {
  fake.world.settings.sound.kind = 'brown'
}

describe('the section', () => {
  it('plays only when it is pressed, says what plays, and stops', async () => {
    rendered(<SoundSection />, brown)
    await screen.findByText('Nothing is playing.')
    expect(FakeAudioContext.all).toHaveLength(0)
    await press('Play brown noise')
    expect(await screen.findByText('Brown noise is playing.')).toBeTruthy()
    expect(FakeAudioContext.all).toHaveLength(1)
    await press('Stop the brown noise')
    await screen.findByText('Nothing is playing.')
  })

  it('another sound is saved, and heard at once where one plays', async () => {
    const { fake } = rendered(<SoundSection />, brown)
    await press('Play brown noise')
    fireEvent.click(await screen.findByRole('radio', { name: 'Rain' }))
    expect(await screen.findByText('Rain is playing.')).toBeTruthy()
    await waitFor(() => expect(fake.world.settings.sound).toMatchObject({ kind: 'rain', volume: 0.4 }))
    await waitFor(() => expect(FakeAudioContext.all[0]?.sources).toHaveLength(2))
  })

  it('the volume is heard under the hand, and saved when it lets go', async () => {
    const { fake } = rendered(<SoundSection />, brown)
    await press('Play brown noise')
    const slider = await screen.findByRole('slider', { name: 'How loud' })
    fireEvent.change(slider, { target: { value: '80' } })
    expect(FakeAudioContext.all[0]?.gains[0]?.gain.targets.at(-1)).toBeCloseTo(0.64)
    expect(fake.world.settings.sound.volume).toBe(0.4)
    fireEvent.pointerUp(slider)
    await waitFor(() => expect(fake.world.settings.sound.volume).toBe(0.8))
    expect(slider.getAttribute('aria-valuetext')).toBe('80%')
  })

  it('goes when a call begins, and says so; it does not come back by itself', async () => {
    const { fake } = rendered(<SoundSection />, brown)
    await press('Play brown noise')
    await waitFor(() => expect(FakeAudioContext.all[0]?.sources).toHaveLength(1))
    act(() => setCall(fake, true))
    expect(await screen.findByText(/A call began, so the sound went away/)).toBeTruthy()
    act(() => setCall(fake, false))
    await screen.findByRole('button', { name: 'Play brown noise' })
    expect(FakeAudioContext.all[0]?.sources).toHaveLength(1)
  })

  it('says that there is no voice, and lets one hear the one that is there', async () => {
    const far = [{ name: 'far', voiceURI: 'far', lang: 'en-GB', localService: false, default: true }]
    const speech = fakeSpeech(far)
    const first = rendered(<SoundSection />)
    expect(await screen.findByText(/no voice of its own for English/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Hear it' })).toBeNull()
    first.unmount()
    expect(speech.said).toEqual([])
    const own = fakeSpeech()
    rendered(<SoundSection />)
    await press('Hear it')
    expect(own.said).toMatchObject([{ text: 'Breathe in, gently', rate: 0.85 }])
    expect(own.said[0]?.volume).toBeCloseTo(0.28)
  })

  it('offers the end of a pause only while one runs', async () => {
    rendered(<SoundSection />)
    fireEvent.click(await screen.findByRole('combobox', { name: 'How long' }))
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual([
      'Until I stop it',
      '15 minutes',
      '30 minutes',
      '1 hour',
    ])
  })
})

describe('the small ones', () => {
  it('play where they stand, and are heard of in the line of the window until it is stopped there', async () => {
    const both = (
      <>
        <SoundButton isSmall />
        <SoundHere />
      </>
    )
    rendered(both, brown)
    await press('Play brown noise')
    const line = await screen.findByRole('region', { name: 'Playing now' })
    expect(line.textContent).toContain('Brown noise is playing.')
    const [, stop] = screen.getAllByRole('button', { name: 'Stop the brown noise' })
    if (stop) fireEvent.click(stop)
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Playing now' })).toBeNull())
    await screen.findByRole('button', { name: 'Play brown noise' })
  })

  it('the line stays to say why, until it was read', async () => {
    const both = (
      <>
        <SoundButton />
        <SoundHere />
      </>
    )
    const { fake } = rendered(both, brown)
    await press('Play brown noise')
    act(() => setCall(fake, true))
    await press('All right')
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Playing now' })).toBeNull())
  })
})
