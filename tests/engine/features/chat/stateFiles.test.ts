/** Saved states are as private as the talk, few, and gone with it. */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import {
  KEPT_STATES,
  StateFiles,
  statesFolder,
} from '../../../../electron/engine/features/chat/stateFiles.ts'
import { TEST_KEY, temporaryFolder } from '../../engineParts.ts'
import { talk } from '../../talk.ts'

function files(folder = temporaryFolder()) {
  const states = new StateFiles(folder, TEST_KEY)
  const save = (conversationId: string, stateKey = 'model a') => {
    const file = states.fileOf(conversationId, stateKey)
    if (!file) throw new Error('a folder was given')
    writeFileSync(file.path, 'numbers')
    return file
  }
  return { folder, states, save, names: () => readdirSync(statesFolder(folder)) }
}

describe('StateFiles', () => {
  it('have a key of their own, the same after a restart', () => {
    const { folder, save } = files()
    const file = save(randomUUID())
    expect(file.keyHex).toMatch(/^[0-9a-f]{64}$/)
    expect(file.keyHex).not.toBe(TEST_KEY)
    expect(files(folder).save(randomUUID()).keyHex).toBe(file.keyHex)
  })

  it('keep one state of a talk: that of the model in use', () => {
    const { states, save, names } = files()
    const id = randomUUID()
    save(id, 'model a')
    expect(states.has(id, 'model a')).toBe(true)
    save(id, 'model b')
    expect(states.has(id, 'model a')).toBe(false)
    expect(names()).toHaveLength(1)
    states.removeOf(id)
    expect(names()).toEqual([])
  })

  it('go with their talk, also when Lull was not there to see it', () => {
    const { states, save, names } = files()
    const [kept, gone] = [randomUUID(), randomUUID()]
    save(kept)
    save(gone)
    states.sweep([kept])
    expect(names()).toEqual([expect.stringContaining(kept)])
  })

  it('are kept for the last few talks only', () => {
    const { states, save, names } = files()
    const ids = Array.from({ length: KEPT_STATES + 3 }, () => randomUUID())
    for (const [index, id] of ids.entries()) utimesSync(save(id).path, index + 1, index + 1)
    states.sweep(ids)
    expect(
      names()
        .map((name) => name.slice(0, 36))
        .sort(),
    ).toEqual(ids.slice(-KEPT_STATES).sort())
  })

  it('leave nothing half done, which may be in clear', () => {
    const { states, save, names } = files()
    const { path } = save(randomUUID())
    writeFileSync(`${path}.4711.clear`, 'numbers')
    writeFileSync(`${path}.4711.part`, 'numbers')
    states.removeUnfinished()
    expect(names()).toHaveLength(1)
    expect(path.endsWith(names()[0] ?? '-')).toBe(true)
  })

  it('in clear are gone as soon as the model process has died', async () => {
    const lull = await talk()
    const page = await lull.open()
    await lull.say(page, 'Hello')
    await page.answered()
    const left = join(statesFolder(lull.folder), `${page.conversationId}.${'a'.repeat(16)}.state.4711.clear`)
    mkdirSync(statesFolder(lull.folder), { recursive: true })
    writeFileSync(left, 'numbers')
    lull.parts.processes.at(-1)?.crash()
    await vi.waitFor(() => expect(existsSync(left)).toBe(false))
  })

  it('touch nothing else in their folder, and need none', () => {
    const { folder, states, save, names } = files()
    save(randomUUID())
    writeFileSync(join(statesFolder(folder), 'note.txt'), 'mine')
    states.sweep([])
    expect(names()).toEqual(['note.txt'])
    const none = new StateFiles(null, TEST_KEY)
    expect(none.fileOf(randomUUID(), 'model')).toBeNull()
    expect(none.list()).toEqual([])
  })
})
