/** Tells the person why their talks cannot be opened, and lets them choose; nothing is ever overwritten. */
import { dialog } from 'electron'
import { KeyProblem, setDataAside } from '../hosts/keyFile.ts'
import { words } from './words.ts'

/** Data that another copy would not mend: only then is setting it aside offered. */
const beyondRepair = ['DATABASE_BROKEN', 'DATABASE_KEY_WRONG']

export interface DataProblem {
  code: string
  message: string
  canSetAside: boolean
}

/** The problem behind whatever kept the engine from starting. */
export function dataProblem(refusal: unknown): DataProblem {
  if (refusal instanceof KeyProblem) return refusal
  const { code = 'INTERNAL', message = String(refusal) } = Object(refusal) as Partial<DataProblem>
  return { code, message, canSetAside: beyondRepair.includes(code) }
}

/** @returns true to try again (after setting the data aside, if that was chosen), false to quit. */
export async function askAboutData(problem: DataProblem, folder: string): Promise<boolean> {
  const choices = [words.quit, words.tryAgain, ...(problem.canSetAside ? [words.setAside] : [])]
  // Also where nobody sees the window: in the terminal that started Lull.
  process.stderr.write(`${words.cannotOpen}: ${problem.message}\n`)
  const { response } = await dialog.showMessageBox({
    type: 'none',
    title: 'Lull',
    message: words.cannotOpen,
    detail: problem.message,
    buttons: choices,
    defaultId: 1,
    cancelId: 0,
    noLink: true,
  })
  if (response === 2) setDataAside(folder, new Date())
  return response !== 0
}

/** Says once where talks that could not be read are kept; nobody has to decide anything. */
export function tellAboutDamage(fileName: string, folder: string): void {
  const detail = words.damaged(fileName, folder)
  process.stderr.write(`${detail}\n`)
  void dialog.showMessageBox({
    type: 'none',
    title: 'Lull',
    message: words.startsFresh,
    detail,
    noLink: true,
  })
}
