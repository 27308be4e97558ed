/** The small page in front of the app in a browser: trades the link's token for a session, or says how to get a link. */
import type { PageFile } from './pageFiles.ts'

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Lull</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/door.css">
</head>
<body>
<main>
<h1>Lull</h1>
<p id="say" role="status">This page opens from a link that works once. For a new one, run <code>npm start</code> again in Lull’s folder.</p>
</main>
<script src="/door.js"></script>
</body>
</html>
`

const css = `:root { color-scheme: light dark; --paper: #f7f1e7; --ink: #33291f; }
@media (prefers-color-scheme: dark) { :root { --paper: #211b16; --ink: #eee3d3; } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 17px/1.6 system-ui, sans-serif; }
main { max-width: 30rem; padding: 2rem; }
h1 { font: 500 2rem/1.2 Georgia, serif; margin: 0 0 .5rem; }
code { font-size: .95em; }
`

const js = `const token = location.hash.slice(1)
const say = document.getElementById('say')
if (token) {
  const howTo = say.textContent
  say.textContent = 'Opening…'
  history.replaceState(null, '', location.pathname)
  fetch('/session', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: token }).then(
    async (answer) => {
      if (answer.ok) {
        localStorage.setItem('lull.wireKey', await answer.text())
        location.replace('/')
      } else say.textContent = 'This link was used already. ' + howTo
    },
    () => { say.textContent = 'Lull is not running any more. Start it again with npm start.' },
  )
}
`

const file = (text: string, type: string): PageFile => ({
  body: Buffer.from(text),
  type: `${type}; charset=utf-8`,
  cache: 'no-store',
})

export const doorPage = file(html, 'text/html')

/** What the door page needs besides itself; the only files a stranger can read. */
export const doorFiles: ReadonlyMap<string, PageFile> = new Map([
  ['/open', doorPage],
  ['/door.css', file(css, 'text/css')],
  ['/door.js', file(js, 'text/javascript')],
])
