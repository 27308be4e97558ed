/** The tokens as a canvas needs them: resolved for the theme and contrast of now, and again when those change. */
import { useEffect, useState } from 'react'

/** What a chart is drawn with: two lines, what stands still, the usual, what is raised, and an edge around both. */
export interface Colours {
  strain: string
  need: string
  due: string
  ground: string
  usual: string
  raised: string
  outline: string
}

const asUsual: Colours = {
  strain: 'var(--lamp)',
  need: 'var(--ink-2)',
  due: 'var(--edge)',
  ground: 'var(--paper)',
  usual: 'var(--rest-soft)',
  raised: 'var(--lamp-soft)',
  outline: 'transparent',
}

/** Where the system chooses the colours, areas are edges alone, or they would hide the lines. */
const forced: Colours = {
  strain: 'Highlight',
  need: 'CanvasText',
  due: 'GrayText',
  ground: 'Canvas',
  usual: 'transparent',
  raised: 'transparent',
  outline: 'GrayText',
}

/** `light-dark()` means nothing to a canvas; the colour an element ends up with does. */
function resolved(): Colours {
  const wanted = window.matchMedia('(forced-colors: active)').matches ? forced : asUsual
  const probe = document.createElement('span')
  probe.style.setProperty('forced-color-adjust', 'none')
  document.body.append(probe)
  const colours = { ...wanted }
  for (const [name, colour] of Object.entries(wanted)) {
    probe.style.color = colour
    colours[name as keyof Colours] = getComputedStyle(probe).color
  }
  probe.remove()
  return colours
}

const looks = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']

export function useColours(): Colours {
  const [colours, setColours] = useState(resolved)
  useEffect(() => {
    const look = () => setColours(resolved())
    const observer = new MutationObserver(look)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    const queries = looks.map((query) => window.matchMedia(query))
    for (const query of queries) query.addEventListener('change', look)
    look()
    return () => {
      observer.disconnect()
      for (const query of queries) query.removeEventListener('change', look)
    }
  }, [])
  return colours
}
