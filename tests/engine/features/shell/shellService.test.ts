/** Requests of pages to the shell are answered, timed out or refused, never left hanging. */
import { describe, expect, it } from 'vitest'
import {
  ANSWER_WITHIN_MS,
  type ShellMessage,
  ShellService,
  type Tray,
} from '../../../../electron/engine/features/shell/shellService.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'

const tray: Tray = {
  type: 'tray',
  lamp: 'resting',
  modelTitle: null,
  shortcut: null,
  sensing: { state: 'on', until: null },
  checkinDue: false,
}

function connected() {
  const clock = new FakeClock()
  const service = new ShellService(clock)
  const messages: ShellMessage[] = []
  const disconnect = service.connect((message) => messages.push(message))
  return { clock, service, messages, disconnect }
}

describe('the shell', () => {
  it('is there while it listens', () => {
    const { service, disconnect } = connected()
    expect(service.present).toBe(true)
    disconnect()
    expect(service.present).toBe(false)
    expect(() => service.openHome('models')).toThrow(expect.objectContaining({ code: 'SHELL_MISSING' }))
  })

  it('hears of the tray only when it looks different', () => {
    const { service, messages } = connected()
    service.showTray(tray)
    service.showTray({ ...tray })
    service.showTray({ ...tray, lamp: 'writing' })
    service.showTray({ ...tray, lamp: 'writing', sensing: { state: 'paused', until: 5 } })
    expect(messages).toEqual([
      tray,
      { ...tray, lamp: 'writing' },
      { ...tray, lamp: 'writing', sensing: { state: 'paused', until: 5 } },
    ])
  })

  it('is asked last come, first', () => {
    const { service, messages } = connected()
    const newer: ShellMessage[] = []
    service.connect((message) => newer.push(message))
    service.openHome('settings')
    expect(messages).toEqual([])
    expect(newer).toMatchObject([{ request: { place: 'settings' } }])
  })

  it('opens the popup for what a page wants of it', () => {
    const { service, messages, disconnect } = connected()
    service.openPopup('panic')
    expect(messages).toMatchObject([{ type: 'request', request: { kind: 'openPopup', wish: 'panic' } }])
    disconnect()
    expect(() => service.openPopup('newTalk')).toThrow(expect.objectContaining({ code: 'SHELL_MISSING' }))
  })

  it('has five minutes for choosing a file; after that nothing was chosen', async () => {
    const { clock, service, messages } = connected()
    const chosen = service.chooseModelFile()
    clock.advance(ANSWER_WITHIN_MS)
    expect(await chosen).toBeNull()
    const [message] = messages
    if (message?.type === 'request') service.answer(message.request.id, '/late.gguf')
    expect(clock.pending).toBe(0)
  })

  it('that goes while it is asked leaves nobody waiting', async () => {
    const { service, disconnect, clock } = connected()
    const chosen = service.chooseModelFile()
    disconnect()
    await expect(chosen).rejects.toMatchObject({ code: 'SHELL_MISSING' })
    expect(clock.pending).toBe(0)
  })
})
