/** How a lamp is drawn. Nobody tells its form, so its name is asked, and otherwise its place in the row; it is decoration only. */

export const lampForms = ['pendant', 'floor', 'table', 'wall'] as const
export type LampForm = (typeof lampForms)[number]

const HINTS: readonly (readonly [LampForm, RegExp])[] = [
  ['pendant', /ceiling|pendant|spot|hang|decke|plafond|techo|lustre/i],
  ['floor', /floor|stand|arc|steh|boden|lampadaire|pie\b/i],
  ['wall', /wall|shel|strip|play|tv|mirror|picture|wand|regal|applique|pared|board/i],
  ['table', /desk|table|bed|night|bureau|tisch|nacht|chevet|mesa|lamp$/i],
]

const ROW: readonly LampForm[] = ['table', 'pendant', 'floor', 'wall']

export function lampForm(name: string, at: number): LampForm {
  return HINTS.find(([, hint]) => hint.test(name))?.[0] ?? ROW[at % ROW.length] ?? 'table'
}
