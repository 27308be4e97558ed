/** Reads the words of an exercise from its `en.md`: a title, a summary, and a few headings. */
import type { ExerciseText, Parsed, Problem } from './exercise.ts'

const LONGEST_TEXT = 32_000
const LONGEST_LABEL = 240
/** A heading, and whether it must be there. */
const SECTIONS = {
  When: true,
  'Before you start': false,
  Steps: true,
  Afterwards: false,
  Evidence: true,
  Cautions: true,
} as const
type Section = keyof typeof SECTIONS

interface Cut {
  title: string
  summary: string
  sections: Map<string, string>
}

function cut(markdown: string): Cut {
  const [head = '', ...rest] = markdown.replaceAll('\r\n', '\n').split(/^## /m)
  const [, title = '', summary = ''] = /^# (.+)\n+([\s\S]*)$/.exec(head.trim()) ?? []
  const sections = rest.map((part): [string, string] => {
    const [name = '', ...lines] = part.split('\n')
    return [name.trim(), lines.join('\n').trim()]
  })
  return { title: title.trim(), summary: summary.trim(), sections: new Map(sections) }
}

/** Lines of the form `- id: what to do`. */
function labelsOf(steps: string, problems: Problem[]): Record<string, string> {
  const labels: Record<string, string> = {}
  for (const line of steps.split('\n').filter((one) => one.trim() !== '')) {
    const [, id, label] = /^- ([a-z][a-zA-Z0-9-]*): (.+)$/.exec(line.trim()) ?? []
    if (id === undefined || label === undefined)
      problems.push({ at: 'en.md, Steps', what: `cannot be read: "${line.slice(0, 40)}"` })
    else if (Object.hasOwn(labels, id)) problems.push({ at: `en.md, Steps, ${id}`, what: 'is there twice' })
    else if (label.length > LONGEST_LABEL)
      problems.push({ at: `en.md, Steps, ${id}`, what: `is longer than ${LONGEST_LABEL} characters` })
    else labels[id] = label.trim()
  }
  return labels
}

function missing({ title, summary, sections }: Cut): Problem[] {
  const problems: Problem[] = []
  if (title === '') problems.push({ at: 'en.md', what: 'does not begin with "# Title"' })
  if (summary === '') problems.push({ at: 'en.md', what: 'has no summary below its title' })
  for (const [name, isNeeded] of Object.entries(SECTIONS)) {
    if (isNeeded && !sections.get(name))
      problems.push({ at: 'en.md', what: `has nothing under "## ${name}"` })
  }
  for (const name of sections.keys()) {
    if (!Object.hasOwn(SECTIONS, name))
      problems.push({ at: 'en.md', what: `has a heading nobody reads: "${name.slice(0, 40)}"` })
  }
  return problems
}

/** The words, or what is wrong with them. */
export function exerciseText(markdown: string): Parsed<ExerciseText> {
  if (markdown.length > LONGEST_TEXT) {
    return { ok: false, problems: [{ at: 'en.md', what: `is longer than ${LONGEST_TEXT} characters` }] }
  }
  const parts = cut(markdown)
  const problems = missing(parts)
  const section = (name: Section) => parts.sections.get(name) ?? ''
  const labels = labelsOf(section('Steps'), problems)
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    value: {
      title: parts.title,
      summary: parts.summary,
      when: section('When'),
      before: section('Before you start'),
      after: section('Afterwards'),
      evidence: section('Evidence'),
      cautions: section('Cautions'),
      labels,
    },
  }
}
