/** Resources are whole, and a mistake in them is found at start. */
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../electron/engine/features/models/catalogue.ts'
import { readResources } from '../../electron/engine/resources.ts'
import { resourcesFolder, temporaryFolder } from './engineParts.ts'

describe('resources', () => {
  it('hold lines for every country we say we have, the words of care, prompts and the protocol', () => {
    const resources = readResources(resourcesFolder)
    expect([...resources.countries.keys()].sort()).toEqual(
      expect.arrayContaining(['AU', 'CA', 'DE', 'FR', 'GB', 'IE', 'NL', 'NZ', 'US']),
    )
    for (const [country, help] of resources.countries) expect(help.country).toBe(country)
    expect(
      resources.broken,
      'mend the files named here, else their country or language does without',
    ).toEqual([])
    expect(resources.directory.length).toBeGreaterThan(0)
    expect(resources.promptFiles.some((file) => file.fromParameters === 0)).toBe(true)
    expect(resources.protocol).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      markdown: expect.stringContaining('# '),
    })
  })

  it.each([
    ['safety/en.json', 'half a fi', /^resources\/safety\/en\.json is not JSON$/],
    ['prompts/tiny.json', '[]', /^resources\/prompts\/tiny\.json does not fit .+$/],
    ['safety/en.json', null, /^resources\/safety\/en\.json cannot be read; this copy of Lull is not whole$/],
    [
      'models/catalogue.json',
      '[{"id":7}]',
      /^resources\/models\/catalogue\.json does not fit .+ at 0\.id: .+$/,
    ],
  ])('stop the start with one line that names the file when %s holds %j', (name, content, line) => {
    const folder = temporaryFolder()
    cpSync(resourcesFolder, folder, { recursive: true })
    if (content === null) rmSync(join(folder, name))
    else writeFileSync(join(folder, name), content)
    expect(() => (name.startsWith('models/') ? readCatalogue(folder) : readResources(folder))).toThrow(line)
  })

  it.each([
    ['helplines/GB.json', '{"country":"GB"}', /^resources\/helplines\/GB\.json does not fit .+ at \w+: .+$/],
    ['safety/de.json', 'half a fi', /^resources\/safety\/de\.json is not JSON$/],
    ['safety/languages/de.json', '{"rules":7}', /.+/],
  ])('leave out what one country or language needs, and name it, when %s holds %j', (name, content, line) => {
    const folder = temporaryFolder()
    cpSync(resourcesFolder, folder, { recursive: true })
    writeFileSync(join(folder, name), content)
    const resources = readResources(folder)
    expect(resources.broken).toEqual([expect.stringMatching(line)])
    expect(resources.countries.has('GB')).toBe(!name.startsWith('helplines'))
    expect(resources.countries.has('IE')).toBe(true)
    expect(resources.safetyTexts.en.care.ask.length).toBeGreaterThan(0)
  })
})
