/** The two files of one sound exercise, to be spoiled one by one. */
export const soundPacer = {
  id: 'sea',
  kind: 'pacer',
  arm: 'breathe',
  lengthsSeconds: [120, 60],
  parts: [
    { id: 'in', seconds: 4, from: 0, to: 1 },
    { id: 'out', seconds: 6, from: 1, to: 0 },
  ],
  suits: ['micro'],
  moments: ['tense'],
  forPanic: true,
  cautions: ['dizzy', 'pregnant', 'heart_or_lungs'],
  evidence: { strength: 'some', sources: [{ name: 'Somebody 2020', id: '10.1/1' }] },
  rated: 'tension',
}

export const { kind: _kind, parts: _parts, lengthsSeconds: _lengths, ...withoutTimings } = soundPacer

export const soundSteps = {
  ...withoutTimings,
  kind: 'steps',
  lengthsSeconds: [],
  steps: [
    { id: 'in', seconds: 20 },
    { id: 'out', seconds: 40 },
  ],
}

export const soundText = `# The sea

In and out like waves.

## When

Now and then.

## Steps

- in: The wave comes
- out: The wave goes

## Evidence

Somebody found something.

## Cautions

Stop if you are dizzy.
`
