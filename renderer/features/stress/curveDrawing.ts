/** How a score's line is drawn: the usual as a soft band, raised stretches shaded, one line, and a point for now. */
import type UPlot from 'uplot'
import { lonePlaces, type Measure } from './curve.ts'
import type { CurveProps } from './DayCurve.tsx'
import type { TimeWindow } from './dayClock.ts'
import type { Colours } from './useColours.ts'

/** A pause is due at 1; a little room above it, so that the line and its point are seen whole. */
const TOP = 1.1
const BOTTOM = -0.06
/** Room at both ends for half a point; the place of the chart is wider by it, so that times still align. */
const END_PX = 6

export function lineOptions(
  measure: Measure,
  window: TimeWindow,
  colours: Colours,
  place: HTMLElement,
): UPlot.Options {
  const isStrain = measure === 'strain'
  return {
    width: Math.max(1, place.clientWidth),
    height: Math.max(1, place.clientHeight),
    padding: [0, END_PX, 0, END_PX],
    legend: { show: false },
    cursor: { show: false },
    axes: [{ show: false }, { show: false }],
    scales: {
      x: { time: false, range: [window.fromMs, window.toMs] },
      y: { range: [BOTTOM, TOP] },
    },
    series: [
      {},
      {
        stroke: colours[measure],
        width: isStrain ? 2 : 1.6,
        points: { show: false },
        spanGaps: false,
      },
    ],
  }
}

function box(plot: UPlot, x: TimeWindow, y: { low: number; high: number }) {
  const left = plot.valToPos(x.fromMs, 'x', true)
  const top = plot.valToPos(y.high, 'y', true)
  return {
    left,
    top,
    width: plot.valToPos(x.toMs, 'x', true) - left,
    height: Math.max(2, plot.valToPos(y.low, 'y', true) - top),
  }
}

interface Area {
  fill: string
  outline: string
}

function area(plot: UPlot, look: Area, x: TimeWindow, y: { low: number; high: number }): void {
  const { left, top, width, height } = box(plot, x, y)
  plot.ctx.fillStyle = look.fill
  plot.ctx.strokeStyle = look.outline
  plot.ctx.lineWidth = devicePixelRatio
  plot.ctx.beginPath()
  plot.ctx.roundRect(left, top, width, height, 4 * devicePixelRatio)
  plot.ctx.fill()
  plot.ctx.stroke()
}

/** Behind the line: raised stretches, the usual, and where a pause is due. */
export function drawAround(plot: UPlot, props: CurveProps, colours: Colours): void {
  const { measure, usual, window, raised } = props
  const { ctx } = plot
  const { outline } = colours
  ctx.save()
  if (measure === 'strain') {
    for (const stretch of raised) {
      area(plot, { fill: colours.raised, outline }, stretch, { low: BOTTOM, high: TOP })
    }
  }
  if (usual) area(plot, { fill: colours.usual, outline }, window, usual)
  if (measure === 'need') {
    const { left, top, width } = box(plot, window, { low: 1, high: 1 })
    ctx.strokeStyle = colours.due
    ctx.lineWidth = devicePixelRatio
    ctx.setLineDash([2 * devicePixelRatio, 4 * devicePixelRatio])
    ctx.beginPath()
    ctx.moveTo(left, top)
    ctx.lineTo(left + width, top)
    ctx.stroke()
  }
  ctx.restore()
}

function dot(plot: UPlot, at: { x: number; y: number }, radius: number, colour: string, ring?: string): void {
  const { ctx } = plot
  ctx.beginPath()
  ctx.arc(plot.valToPos(at.x, 'x', true), plot.valToPos(at.y, 'y', true), radius * devicePixelRatio, 0, 7)
  ctx.fillStyle = colour
  ctx.fill()
  if (ring === undefined) return
  ctx.lineWidth = 2 * devicePixelRatio
  ctx.strokeStyle = ring
  ctx.stroke()
}

/** Over the line: minutes that stand alone, and now. */
export function drawPoints(
  plot: UPlot,
  values: readonly (number | null)[],
  { isGrowing, measure }: { isGrowing: boolean; measure: Measure },
  colours: Colours,
): void {
  const times = plot.data[0]
  const colour = colours[measure]
  plot.ctx.save()
  for (const place of lonePlaces(values)) {
    dot(plot, { x: times[place] ?? 0, y: values[place] ?? 0 }, 1.4, colour)
  }
  const last = values.at(-1)
  const lastAt = times.at(-1)
  if (isGrowing && last !== null && last !== undefined && lastAt !== undefined) {
    dot(plot, { x: lastAt, y: last }, 4.5, colour, colours.ground)
  }
  plot.ctx.restore()
}
