/** Resources are whole, and a mistake in them is found at start. */
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readResources } from '../../electron/engine/resources.ts'
import { resourcesFolder, temporaryFolder } from './engineParts.ts'

describe('resources', () => {
  it('hold lines for every country we say we have, the words of care, prompts and the protocol', () => {
    const resources = readResources(resourcesFolder)
    expect([...resources.countries.keys()].sort()).toEqual(
      expect.arrayContaining(['AU', 'CA', 'DE', 'FR', 'GB', 'IE', 'NL', 'NZ', 'US']),
    )
    for (const [country, help] of resources.countries) expect(help.country).toBe(country)
    expect(resources.directory.length).toBeGreaterThan(0)
    expect(resources.promptFiles.some((file) => file.fromParameters === 0)).toBe(true)
    expect(resources.protocol).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      markdown: expect.stringContaining('# '),
    })
  })

  it('that do not fit their shape stop the start, not a person later', () => {
    const folder = temporaryFolder()
    cpSync(resourcesFolder, folder, { recursive: true })
    writeFileSync(join(folder, 'helplines', 'GB.json'), '{"country":"GB"}')
    expect(() => readResources(folder)).toThrow(/invalid/i)
  })
})
