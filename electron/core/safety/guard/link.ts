/** Addresses a model must not give: links, mail, names of sites in any spelling, HTML. */
import type { GuardRule } from './rule.ts'

const endings =
  'com|org|net|io|gov|edu|uk|de|fr|nl|au|nz|ca|ie|app|info|es|pt|it|id|br|eu|us|ch|at|be|co|me|tv|ly|gg|xyz|online|site|help|care|health|chat|link|dev|ai|int|biz|in|jp'
/** Endings that are words too count only where a name with a dot is plainly an address. */
const wordEndings = new Set([
  'me',
  'it',
  'at',
  'be',
  'in',
  'us',
  'help',
  'care',
  'health',
  'chat',
  'link',
  'site',
  'online',
  'int',
  'id',
  'io',
  'de',
  'es',
  'co',
  'app',
  'info',
  'dev',
  'ai',
  'tv',
])
const domain = new RegExp(String.raw`(?<![\w.@])((?:[a-z0-9-]{2,}\.)+)(${endings})(/[^\s]*)?(?![\w-])`, 'g')
const spelledDot =
  /\b[a-z0-9-]{2,},? ?(?:\[dot\]|\(dot\)|\{dot\}|\[\.\]|\(\.\)| ?dot | punkt | punto | point | ponto | punt | titik | ?\. )\s?(?:com|org|net|gov|info|co|uk|de|fr|es|nl|io|edu)\b/
const markup =
  /https?:|hxxps?|\bwww\b|\]\(|<\/?[a-z!][^<>]{0,200}>|&(?:#x?[0-9a-f]{1,6}|[a-z]{2,8});|\b(?:tel|mailto|data|javascript|sms|magnet|file):\S|:\/\//i
const handles =
  /[a-z0-9_]@[a-z0-9-]+\.[a-z]{2,}|(?<![\w@])@[a-z0-9_.]{3,}|\br\/[a-z]{3,}|\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[a-z0-9_.]{2,} ?(?:\(at\)|\[at\]| at )\s?[a-z0-9-]+ (?:dot|\.) ?[a-z]{2,}/

/** "node.js" and "e.g." are none; "it.help" needs a path or another dot to be one. */
function isAddress(plain: string): boolean {
  for (const [, name = '', ending = '', path] of plain.matchAll(domain)) {
    if (!wordEndings.has(ending)) return true
    // "It hurts.me" without a space is a slip; a longer name or a path is an address.
    if (path !== undefined || name.split('.').length > 2 || name.length >= 7) return true
  }
  return false
}

export const link: GuardRule = {
  rule: 'link',
  spans: false,
  refuses: (_plain, _talk, { written, asWritten }) =>
    markup.test(written) || handles.test(asWritten) || spelledDot.test(asWritten) || isAddress(asWritten),
}
