/** Whether the processor draws the page, because no graphics card does: then what moves has to be cheaper. */

/** Names under which a processor does the work of a graphics card. */
const inSoftware = /swiftshader|llvmpipe|softpipe|software|basic render/i

let known: boolean | null = null

/** Asks once; makes a small surface for it and gives it back. */
export function isDrawnByProcessor(): boolean {
  if (known !== null) return known
  try {
    const drawing = document
      .createElement('canvas')
      .getContext('webgl', { failIfMajorPerformanceCaveat: true })
    known = drawing === null || inSoftware.test(nameOf(drawing))
    drawing?.getExtension('WEBGL_lose_context')?.loseContext()
  } catch {
    known = true
  }
  return known
}

function nameOf(drawing: WebGLRenderingContext): string {
  const names = drawing.getExtension('WEBGL_debug_renderer_info')
  return String(drawing.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? drawing.RENDERER))
}
