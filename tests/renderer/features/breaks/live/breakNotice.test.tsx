/** Notifications of a browser: only when they were allowed before, only out of sight, silent, and gone with their reason. */
import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  askNotices,
  type BreakNotice,
  noticeState,
  useBreakNotice,
} from '../../../../../renderer/features/breaks/live/breakNotice.ts'

const made: { title: string; options: NotificationOptions; close: ReturnType<typeof vi.fn> }[] = []
const requestPermission = vi.fn(async () => 'granted')

function stub(permission: NotificationPermission) {
  class FakeNotification {
    static permission = permission
    static requestPermission = requestPermission
    close = vi.fn()
    onclick: (() => void) | null = null
    constructor(title: string, options: NotificationOptions) {
      made.push({ title, options, close: this.close })
    }
  }
  vi.stubGlobal('Notification', FakeNotification)
}

const sight = (state: DocumentVisibilityState) =>
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
const offer: BreakNotice = { name: 'offer-1', title: 'You have been at it 62 minutes.', body: 'Two minutes.' }
const notice = (first: BreakNotice | null) =>
  renderHook(({ one }: { one: BreakNotice | null }) => useBreakNotice(one), { initialProps: { one: first } })

beforeEach(() => {
  made.length = 0
  requestPermission.mockClear()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a notice', () => {
  it('is silent, one for all tabs, and goes with the offer', () => {
    stub('granted')
    sight('hidden')
    const { rerender } = notice(offer)
    expect(made).toMatchObject([
      { title: offer.title, options: { body: offer.body, silent: true, tag: 'lull-break-offer-1' } },
    ])
    rerender({ one: null })
    expect(made[0]?.close).toHaveBeenCalled()
  })

  it('does not come to a tab in sight, and asks nobody', () => {
    stub('granted')
    sight('visible')
    notice(offer)
    expect(made).toEqual([])
  })

  it.each(['default', 'denied'] as const)('does not come while the permission is %s', (permission) => {
    stub(permission)
    sight('hidden')
    notice(offer)
    expect(made).toEqual([])
    expect(requestPermission).not.toHaveBeenCalled()
  })
})

describe('the permission', () => {
  it('is asked for once, when the person wants it', async () => {
    stub('default')
    expect(noticeState()).toBe('ask')
    await askNotices()
    expect(requestPermission).toHaveBeenCalledOnce()
  })

  it('is not asked for again after a no', async () => {
    stub('denied')
    expect(await askNotices()).toBe('denied')
    expect(requestPermission).not.toHaveBeenCalled()
  })

  it('is missing where a browser has none', () => {
    vi.stubGlobal('Notification', undefined)
    Reflect.deleteProperty(window, 'Notification')
    expect(noticeState()).toBe('missing')
  })
})
