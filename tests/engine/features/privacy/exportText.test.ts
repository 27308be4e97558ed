/** The export is JSON whatever is in it, and a person can read it. */
import { expect, it } from 'vitest'
import { exportText } from '../../../../electron/engine/features/privacy/exportText.ts'

it('holds the document and every noticed row, one a line', () => {
  const document = { app: 'Lull', conversations: [{ title: 'Über "alles"\nund mehr' }], connections: [] }
  const minutes = [
    { at: 60_000, keys: null },
    { at: 120_000, keys: 3 },
  ]
  const text = exportText(document, [
    { kind: 'minutes', rows: minutes },
    { kind: 'beats', rows: [] },
  ])
  expect(JSON.parse(text)).toEqual({ ...document, noticed: { minutes, beats: [] } })
  expect(text).toContain('\n      {"at":60000,"keys":null},\n      {"at":120000,"keys":3}\n')
})

it('says so when nothing is noticed', () => {
  expect(JSON.parse(exportText({ app: 'Lull' }, []))).toEqual({ app: 'Lull', noticed: {} })
})
