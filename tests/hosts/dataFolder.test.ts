/** Every door must find the same data, and nobody else may look into it. */
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolderPath, prepareDataFolder } from '../../electron/hosts/dataFolder.ts'

describe('dataFolderPath', () => {
  const linux = { env: {}, platform: 'linux' as const, home: '/home/ada' }

  it.each([
    ['linux', {}, '/home/ada', '/home/ada/.config/Lull/data'],
    ['linux', { XDG_CONFIG_HOME: '/cfg' }, '/home/ada', '/cfg/Lull/data'],
    ['darwin', {}, '/Users/ada', '/Users/ada/Library/Application Support/Lull/data'],
    ['win32', { APPDATA: 'C:\\Ada\\Roaming' }, 'C:\\Ada', 'C:\\Ada\\Roaming\\Lull\\data'],
  ] as const)('is where %s keeps application data', (platform, env, home, expected) => {
    expect(dataFolderPath(null, { env, platform, home })).toBe(expected)
  })

  it('follows LULL_DATA, and what was asked for before that', () => {
    const around = { ...linux, env: { LULL_DATA: '/elsewhere' } }
    expect(dataFolderPath(null, around)).toBe('/elsewhere')
    expect(dataFolderPath('/asked', around)).toBe('/asked')
  })
})

describe.skipIf(process.platform === 'win32')('prepareDataFolder', () => {
  it('closes the folder to other accounts, also one that stood open', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'lull-')), 'data')
    prepareDataFolder(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })
  it('says plainly when nothing can be kept there', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'lull-')), 'a-file')
    writeFileSync(file, 'mine')
    for (const folder of [file, join(file, 'below')]) {
      expect(() => prepareDataFolder(folder)).toThrow(/^Lull cannot keep its data in .+ yours to write to\?$/)
    }
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })
})
