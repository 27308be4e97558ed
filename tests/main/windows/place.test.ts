/** Windows must land where they can be seen, on any arrangement of displays. */
import { describe, expect, it } from 'vitest'
import { cornerBox, keptBounds, popupPlace } from '../../../electron/main/windows/place.ts'

const size = { width: 380, height: 560 }
const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const topPanel = { x: 0, y: 25, width: 1440, height: 875 }

describe('cornerBox', () => {
  it('stands bottom right of the work area, and never beyond it', () => {
    expect(cornerBox({ width: 340, height: 220 }, screen)).toEqual({
      x: 1568,
      y: 808,
      width: 340,
      height: 220,
    })
    expect(cornerBox({ width: 340, height: 520 }, { x: 1920, y: 0, width: 320, height: 300 })).toEqual({
      x: 1932,
      y: 12,
      width: 296,
      height: 276,
    })
  })
})

describe('popupPlace', () => {
  it('takes the corner of trays where the icon is unknown', () => {
    expect(popupPlace(size, screen, null, 'linux')).toEqual({ x: 1528, y: 468 })
    expect(popupPlace(size, topPanel, null, 'darwin')).toEqual({ x: 1048, y: 37 })
  })

  it('stands below an icon at the top and above one at the bottom, centred and whole', () => {
    const top = popupPlace(size, topPanel, { x: 1000, y: 0, width: 24, height: 24 }, 'darwin')
    expect(top).toEqual({ x: 822, y: 37 })
    const bottom = popupPlace(size, screen, { x: 1890, y: 1045, width: 24, height: 24 }, 'win32')
    expect(bottom).toEqual({ x: 1528, y: 468 })
  })

  it('ignores an icon of another display', () => {
    const second = { x: 1920, y: 0, width: 1280, height: 1024 }
    const place = popupPlace(size, second, { x: 40, y: 1045, width: 24, height: 24 }, 'win32')
    expect(place).toEqual({ x: 2808, y: 452 })
  })

  it('keeps its top on a screen that is too small', () => {
    const tiny = { x: 0, y: 0, width: 320, height: 400 }
    expect(popupPlace(size, tiny, null, 'linux')).toEqual({ x: 12, y: 12 })
  })
})

describe('keptBounds', () => {
  const kept = { x: 100, y: 100, width: 960, height: 680 }

  it('are used while some display still shows them', () => {
    expect(keptBounds(kept, [screen])).toEqual(kept)
  })

  it('are forgotten when their display is gone, or they make no window', () => {
    expect(keptBounds({ ...kept, x: 5_000 }, [screen])).toBeNull()
    expect(keptBounds({ ...kept, y: -400 }, [screen])).toBeNull()
    expect(keptBounds({ ...kept, width: 10 }, [screen])).toBeNull()
    expect(keptBounds(null, [screen])).toBeNull()
  })
})
