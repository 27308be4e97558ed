/** The autostart file says what to run, quoted so that no folder name can say something else. */
import { describe, expect, it } from 'vitest'
import { autostartEntry } from '../../electron/main/autostartEntry.ts'

const parts = { program: '/opt/lull/lull', app: null, engineNode: null, dataFolder: null }

describe('autostartEntry', () => {
  it('starts a packaged program quietly', () => {
    expect(autostartEntry(parts)).toContain('\nExec="/opt/lull/lull" "--hidden"\n')
  })

  it('names the app and what it runs on when started from source', () => {
    const entry = autostartEntry({ ...parts, app: '/home/a b/lull', engineNode: '/n/node', dataFolder: '/d' })
    expect(entry).toContain(
      'Exec="env" "LULL_ENGINE_NODE=/n/node" "LULL_DATA=/d" "/opt/lull/lull" "/home/a b/lull" "--hidden"',
    )
  })

  it('quotes what a shell or a field code would read', () => {
    const entry = autostartEntry({ ...parts, program: '/a$b/50%/"c"' })
    expect(entry).toContain('Exec="/a\\\\$b/50%%/\\\\"c\\\\"" "--hidden"')
  })
})
