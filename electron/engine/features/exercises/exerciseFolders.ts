/** Reads the exercises that come with Lull from their folders; a broken one is told of, and costs no other. */
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise, Parsed, Problem } from '../../../core/exercises/exercise.ts'
import { parseExercise } from '../../../core/exercises/parseExercise.ts'

export interface BrokenExercise {
  folder: string
  problems: readonly Problem[]
}

export interface ExerciseFolders {
  exercises: readonly Exercise[]
  broken: readonly BrokenExercise[]
  /** Folders that were not even looked at. */
  leftOut: number
}

/** Four bytes a character at most, and some for what stands around the words; nothing longer is read. */
const MOST_BYTES = 256_000
const MOST_FOLDERS = 200
/** What a person reads of a name. */
const LONGEST_NAME = 60

/** Thrown with a plain word of what is wrong with a file. */
class UnreadableError extends Error {}

function text(folder: string, file: string): string {
  const path = join(folder, file)
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new UnreadableError('is missing')
  // Anything else, such as a pipe, may never end.
  if (!found.isFile()) throw new UnreadableError('is not a file')
  if (found.size > MOST_BYTES) throw new UnreadableError(`is larger than ${MOST_BYTES / 1000} kB`)
  return readFileSync(path, 'utf8')
}

function parsedFolder(all: string, name: string): Parsed<Exercise> {
  const problems: Problem[] = []
  const read = (file: string) => {
    try {
      return text(join(all, name), file)
    } catch (error) {
      // The words of the system hold a path of this machine.
      const what = error instanceof UnreadableError ? error.message : 'cannot be read'
      problems.push({ at: file, what })
      return ''
    }
  }
  const [json, words] = [read('exercise.json'), read('en.md')]
  return problems.length > 0 ? { ok: false, problems } : parseExercise(name, json, words)
}

/** Links are followed; one that leads nowhere is a broken folder. */
function isFolder(entry: Dirent): boolean {
  return !entry.name.startsWith('.') && (entry.isDirectory() || entry.isSymbolicLink())
}

function folderNames(all: string): string[] | null {
  try {
    return readdirSync(all, { withFileTypes: true })
      .filter(isFolder)
      .map(({ name }) => name)
      .sort()
  } catch {
    return null
  }
}

/** @param all the folder of all of them. Never throws. */
export function readExerciseFolders(all: string): ExerciseFolders {
  const names = folderNames(all)
  if (names === null) {
    const problems = [{ at: 'exercises', what: 'cannot be read; this copy of Lull is not whole' }]
    return { exercises: [], broken: [{ folder: 'exercises', problems }], leftOut: 0 }
  }
  const exercises: Exercise[] = []
  const broken: BrokenExercise[] = []
  for (const name of names.slice(0, MOST_FOLDERS)) {
    const parsed = parsedFolder(all, name)
    if (parsed.ok) exercises.push(parsed.value)
    else broken.push({ folder: name.slice(0, LONGEST_NAME), problems: parsed.problems })
  }
  return { exercises, broken, leftOut: Math.max(0, names.length - MOST_FOLDERS) }
}
