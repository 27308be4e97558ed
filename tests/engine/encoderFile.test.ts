/** The encoder in `resources/` is the one its notice and the code speak of, and its licence lies beside it. */
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { encoderFile } from '../../electron/engine/resources.ts'
import { fileSha256 } from '../../electron/llm/fileSha256.ts'
import { resourcesFolder } from './engineParts.ts'

const { path, sha256 } = encoderFile(resourcesFolder)
const beside = (name: string) => readFileSync(join(dirname(path), name), 'utf8')

it('has the bytes that were checked', async () => {
  expect(await fileSha256(path), 'put the file back, or change resources.ts and NOTICE.md with it').toBe(
    sha256,
  )
})

it('is described by its notice', () => {
  const notice = beside('NOTICE.md')
  expect(notice, 'NOTICE.md names another sha256 than resources.ts').toContain(sha256)
  expect(notice, 'NOTICE.md names another size').toContain(statSync(path).size.toLocaleString('en-GB'))
  expect(beside('LICENSE')).toContain('Version 2.0, January 2004')
})
