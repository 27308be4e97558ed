/** Folders of exercises as they should not be: each is told of by name, and none costs another. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readExerciseFolders } from '../../../../electron/engine/features/exercises/exerciseFolders.ts'
import { soundPacer, soundSteps, soundText } from '../../../core/exercises/exerciseFiles.ts'
import { resourcesFolder, temporaryFolder } from '../../engineParts.ts'

const soundJson = (id: string) => JSON.stringify({ ...soundPacer, id })

function folders() {
  const all = temporaryFolder()
  const add = (name: string, files: Record<string, string | Buffer>) => {
    mkdirSync(join(all, name))
    for (const [file, content] of Object.entries(files)) writeFileSync(join(all, name, file), content)
    return join(all, name)
  }
  add('sea', { 'exercise.json': soundJson('sea'), 'en.md': soundText })
  const read = () => {
    const { exercises, broken } = readExerciseFolders(all)
    return {
      ids: exercises.map(({ id }) => id),
      broken: Object.fromEntries(broken.map(({ folder, problems }) => [folder, problems])),
    }
  }
  return { all, add, read }
}

test('those that come with Lull are whole', () => {
  const { exercises, broken, leftOut } = readExerciseFolders(join(resourcesFolder, 'exercises'))
  expect(broken).toEqual([])
  expect(leftOut).toBe(0)
  expect(exercises).toHaveLength(13)
})

test('bad JSON, missing files and words, and a step of three days', () => {
  const { add, read } = folders()
  add('comma', { 'exercise.json': '{"id": "comma",}', 'en.md': soundText })
  add('mute', { 'exercise.json': soundJson('mute') })
  add('wordless', { 'exercise.json': soundJson('wordless'), 'en.md': '# The sea\n\nWaves.\n' })
  add('empty', {})
  const long = { ...soundSteps, id: 'days', steps: [{ id: 'in', seconds: 3 * 86_400 }, soundSteps.steps[1]] }
  add('days', { 'exercise.json': JSON.stringify(long), 'en.md': soundText })
  const { ids, broken } = read()
  expect(ids).toEqual(['sea'])
  expect(broken.comma).toEqual([{ at: 'exercise.json', what: 'is not JSON' }])
  expect(broken.mute).toEqual([{ at: 'en.md', what: 'is missing' }])
  expect(broken.empty).toEqual([
    { at: 'exercise.json', what: 'is missing' },
    { at: 'en.md', what: 'is missing' },
  ])
  expect(broken.wordless?.map(({ what }) => what)).toContain('has nothing under "## Steps"')
  expect(broken.days).toEqual([{ at: 'steps[0].seconds', what: 'is more than 600' }])
})

test('ten megabytes are not read, and bytes that are no text are refused', () => {
  const { add, read } = folders()
  add('huge', { 'exercise.json': soundJson('huge'), 'en.md': Buffer.alloc(10_000_000, 'a') })
  add('noise', { 'exercise.json': Buffer.from([0xff, 0xfe, 0, 1, 2]), 'en.md': soundText })
  const { ids, broken } = read()
  expect(ids).toEqual(['sea'])
  expect(broken.huge).toEqual([{ at: 'en.md', what: 'is larger than 256 kB' }])
  expect(broken.noise).toEqual([{ at: 'exercise.json', what: 'is not JSON' }])
})

test('links that go round or nowhere, folders in place of files, and a pipe that never ends', () => {
  const { all, add, read } = folders()
  symlinkSync(join(all, 'round'), join(all, 'round'))
  symlinkSync(join(all, 'gone'), join(all, 'nowhere'))
  const inside = add('inside', { 'en.md': soundText })
  symlinkSync(join(inside, 'exercise.json'), join(inside, 'exercise.json'))
  const nested = add('nested', { 'en.md': soundText })
  mkdirSync(join(nested, 'exercise.json'))
  const pipe = add('pipe', { 'en.md': soundText })
  execFileSync('mkfifo', [join(pipe, 'exercise.json')])
  const { ids, broken } = read()
  expect(ids).toEqual(['sea'])
  expect(Object.keys(broken).sort()).toEqual(['inside', 'nested', 'nowhere', 'pipe', 'round'])
  expect(broken.round).toContainEqual({ at: 'exercise.json', what: 'cannot be read' })
  expect(broken.inside).toEqual([{ at: 'exercise.json', what: 'cannot be read' }])
  expect(broken.nested).toEqual([{ at: 'exercise.json', what: 'is not a file' }])
  expect(broken.pipe).toEqual([{ at: 'exercise.json', what: 'is not a file' }])
  // No path of this machine is told.
  expect(JSON.stringify(broken)).not.toContain(all)
})

test('a folder by another name than its exercise, and files and hidden folders beside them', () => {
  const { all, add, read } = folders()
  add('lake', { 'exercise.json': soundJson('sea'), 'en.md': soundText })
  add('.git', {})
  writeFileSync(join(all, 'README.md'), 'words')
  const { ids, broken } = read()
  expect(ids).toEqual(['sea'])
  expect(broken).toEqual({ lake: [{ at: 'id', what: 'is not the name of its folder, lake' }] })
})

test('no folder at all is one problem, and far too many are not all looked at', () => {
  const { all, add } = folders()
  expect(readExerciseFolders(join(all, 'nothing'))).toEqual({
    exercises: [],
    broken: [
      {
        folder: 'exercises',
        problems: [{ at: 'exercises', what: 'cannot be read; this copy of Lull is not whole' }],
      },
    ],
    leftOut: 0,
  })
  for (let place = 0; place < 250; place += 1) add(`x${place}`, {})
  expect(readExerciseFolders(all).leftOut).toBe(51)
})
