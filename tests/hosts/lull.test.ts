/** The `lull` command finds its launcher and its Node from any folder, also with a Node too old for either. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const command = join(import.meta.dirname, '../../electron/hosts/lull.js')
const elsewhere = mkdtempSync(join(tmpdir(), 'lull-command-'))
afterAll(() => rmSync(elsewhere, { recursive: true }))

function run(file: string, words: string[]) {
  const env = { ...process.env, LULL_DATA: join(elsewhere, 'data') }
  return spawnSync(process.execPath, [file, ...words], { cwd: elsewhere, env, encoding: 'utf8' })
}

it('hands its words on, and says when nothing runs that could hear them', () => {
  const { status, stderr } = run(command, ['break', 'now'])
  expect(stderr).toContain('Lull is not running')
  expect(status).toBe(3)
})

it('works through a link, and answers a word nobody knows', () => {
  const link = join(elsewhere, 'lull')
  symlinkSync(command, link)
  expect(run(link, ['pause', 'soon']).status).toBe(2)
})
