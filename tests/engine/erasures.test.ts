/** What was erased goes for good, also when the disk would not let it go at first. */
import { expect, it, onTestFinished, vi } from 'vitest'
import { UNDO_SECONDS } from '../../electron/engine/erasures.ts'
import { ChatStore } from '../../electron/engine/features/chat/chatStore.ts'
import { talk } from './talk.ts'

it('outlives a full disk hidden, and is gone after the next start', async () => {
  const lull = await talk({ installed: false })
  const page = await lull.open()
  await lull.say(page, 'Hello')
  await page.answered()
  const { conversationId } = page
  const full = vi.spyOn(ChatStore.prototype, 'eraseHidden').mockImplementation(() => {
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  })
  onTestFinished(() => full.mockRestore())
  await lull.client.chat.erase({ conversationId })
  lull.parts.clock.advance(UNDO_SECONDS * 1000)
  expect(full).toHaveBeenCalledOnce()
  expect(lull.parts.logLines.join()).toContain('eraseFailed')
  expect((await lull.open(conversationId)).view.conversation).toBeNull()
  full.mockRestore()
  await lull.restart()
  const { kinds } = await lull.client.privacy.inventory()
  expect(kinds.find(({ kind }) => kind === 'messages')?.rows).toBe(0)
})
