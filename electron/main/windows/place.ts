/** Where windows stand: the popup near the tray or the pointer, the home window where it was left. */

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Space between the popup and the edge of the screen, in pixels. */
const MARGIN_PX = 12

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high))

/**
 * The popup beside the tray icon where the system says where that is, else in the corner where trays live
 * (top right on a Mac, bottom right elsewhere), always whole within the display's work area.
 */
export function popupPlace(
  size: { width: number; height: number },
  workArea: Box,
  tray: Box | null,
  platform: NodeJS.Platform,
): { x: number; y: number } {
  const left = workArea.x + MARGIN_PX
  const top = workArea.y + MARGIN_PX
  const right = Math.max(left, workArea.x + workArea.width - size.width - MARGIN_PX)
  const bottom = Math.max(top, workArea.y + workArea.height - size.height - MARGIN_PX)
  const corner = { x: right, y: platform === 'darwin' ? top : bottom }
  if (!tray || tray.width === 0 || !near(tray, workArea)) return corner
  const trayAbove = tray.y < workArea.y + workArea.height / 2
  return {
    x: Math.round(clamp(tray.x + tray.width / 2 - size.width / 2, left, right)),
    y: trayAbove ? top : bottom,
  }
}

/** The corner where nothing is written or read: bottom right, whole within the work area. */
export function cornerBox(size: { width: number; height: number }, workArea: Box): Box {
  const width = Math.min(size.width, workArea.width - 2 * MARGIN_PX)
  const height = Math.min(size.height, workArea.height - 2 * MARGIN_PX)
  return {
    x: workArea.x + workArea.width - width - MARGIN_PX,
    y: workArea.y + workArea.height - height - MARGIN_PX,
    width,
    height,
  }
}

/** Whether an icon belongs to a display: trays lie in or just outside of its work area. */
function near(tray: Box, workArea: Box): boolean {
  const slack = 120
  return (
    tray.x >= workArea.x - slack &&
    tray.x <= workArea.x + workArea.width + slack &&
    tray.y >= workArea.y - slack &&
    tray.y <= workArea.y + workArea.height + slack
  )
}

/** Remembered bounds if enough of them is still on some display to be grabbed, else null. */
export function keptBounds(kept: Box | null, workAreas: readonly Box[]): Box | null {
  if (!kept || kept.width < 400 || kept.height < 300) return null
  const visible = workAreas.some((area) => {
    const width = Math.min(kept.x + kept.width, area.x + area.width) - Math.max(kept.x, area.x)
    return width >= 120 && kept.y >= area.y && kept.y <= area.y + area.height - 60
  })
  return visible ? kept : null
}
