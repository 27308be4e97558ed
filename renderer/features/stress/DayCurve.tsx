/** Break need and strain through a day, drawn; what they say in words stands beside them. */
import { memo, useEffect, useRef } from 'react'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { lineWithHoles, type Measure, type ScorePoint } from './curve.ts'
import { drawAround, drawPoints, lineOptions } from './curveDrawing.ts'
import styles from './DayLine.module.css'
import type { TimeWindow } from './dayClock.ts'
import { type Colours, useColours } from './useColours.ts'

export interface CurveProps {
  measure: Measure
  points: readonly ScorePoint[]
  window: TimeWindow
  usual: { low: number; high: number } | null
  raised: readonly TimeWindow[]
  /** Whether the last point is now. */
  isGrowing: boolean
}

/** Some places that show the page, such as tests, have nothing to draw on. */
const canDraw = (): boolean =>
  typeof Path2D !== 'undefined' && document.createElement('canvas').getContext('2d') !== null

function draw(place: HTMLElement, props: CurveProps, colours: Colours): UPlot {
  const { measure, points, window, isGrowing } = props
  const [times, values] = lineWithHoles(points, measure)
  const options = lineOptions(measure, window, colours, place)
  return new UPlot(
    {
      ...options,
      hooks: {
        drawClear: [(plot) => drawAround(plot, props, colours)],
        draw: [(plot) => drawPoints(plot, values, { isGrowing, measure }, colours)],
      },
    },
    [times, values],
    place,
  )
}

/** Drawn again only when something it shows has changed; a cursor over it has not. */
export default memo(function DayCurve(props: CurveProps) {
  const place = useRef<HTMLDivElement>(null)
  const colours = useColours()
  useEffect(() => {
    const box = place.current
    if (!box || !canDraw()) return
    const plot = draw(box, props, colours)
    const observer = new ResizeObserver(() =>
      plot.setSize({ width: box.clientWidth, height: box.clientHeight }),
    )
    observer.observe(box)
    return () => {
      observer.disconnect()
      plot.destroy()
    }
  }, [props, colours])
  return <div ref={place} className={styles.plot} aria-hidden="true" />
})
