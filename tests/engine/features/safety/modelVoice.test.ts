/** The model that talks is one more voice: asked where it is large enough, believed from a chance on, silent when it fails. */
import { beforeEach, expect, it } from 'vitest'
import { readModelQuestions } from '../../../../electron/engine/features/safety/modelQuestions.ts'
import { LEAST_PARAMETERS, ModelVoice } from '../../../../electron/engine/features/safety/modelVoice.ts'
import type { ReadyModel } from '../../../../electron/engine/ports/modelRuntime.ts'
import { ScriptedModel, scriptedProcess } from '../../../fakes/scriptedModel.ts'
import { resourcesFolder } from '../../engineParts.ts'

const questions = readModelQuestions(resourcesFolder)
const prompt = [{ role: 'user' as const, text: 'Everything is too much.' }]
const never = new AbortController().signal

let script: ScriptedModel
let process: ReturnType<typeof scriptedProcess>
let isOn: boolean
let logged: unknown[][]
let voice: ModelVoice

beforeEach(() => {
  script = new ScriptedModel()
  process = scriptedProcess(script)
  isOn = true
  logged = []
  const log = {
    info() {},
    warn: (...what: unknown[]) => logged.push(what),
    error: (...what: unknown[]) => logged.push(what),
  }
  voice = new ModelVoice({ questions, isOn: () => isOn, log })
})

const ready = (parameters: number | null = LEAST_PARAMETERS): ReadyModel => ({
  ...{ modelId: 'a', title: 'Voice', contextTokens: 4096, stateKey: 'x', parameters },
  model: process.model,
})

it('asks all its questions at once, about the talk as it stands', async () => {
  expect(await voice.opinions(ready(), prompt, never)).toEqual([])
  expect(script.judged).toEqual([{ prompt, questions: questions.map((question) => question.text) }])
})

it.each([
  [0.79, undefined],
  [0.8, 'concern'],
  [0.94, 'concern'],
  [0.95, 'high'],
  [1, 'high'],
])('a chance of %f that it is about suicide is heard as %s', async (chance, tier) => {
  script.chances = (question) => (question === questions[0]?.text ? chance : 0)
  const opinion = { layer: 'model', tier, kinds: ['suicide'], probability: chance }
  expect(await voice.opinions(ready(), prompt, never)).toEqual(tier ? [opinion] : [])
})

it('never says imminent, which an unmeasured chance cannot carry', async () => {
  script.chances = () => 1
  const opinions = await voice.opinions(ready(), prompt, never)
  expect(opinions.map((opinion) => opinion.tier)).toEqual(['high', 'high', 'high'])
})

it.each([
  ['a small model', LEAST_PARAMETERS - 1],
  ['a model of unknown size', null],
])('is not asked of %s', async (_name, parameters) => {
  expect(await voice.opinions(ready(parameters), prompt, never)).toEqual([])
  expect(script.judged).toEqual([])
})

it('is not asked while the layer is off, or when time has run out', async () => {
  isOn = false
  await voice.opinions(ready(), prompt, never)
  isOn = true
  await voice.opinions(ready(), prompt, AbortSignal.abort())
  expect(script.judged).toEqual([])
})

it('is silent when the process is gone, says so once, and counts', async () => {
  process.crash()
  expect(await voice.opinions(ready(), prompt, never)).toEqual([])
  expect(await voice.opinions(ready(), prompt, never)).toEqual([])
  expect(voice.failures).toBe(2)
  expect(logged).toEqual([['modelVoiceFailed', { code: 'MODEL_STOPPED' }]])
})

it('is silent, and no failure, when it is stopped', async () => {
  const stop = new AbortController()
  process.model.judge = async (_prompt, _questions, signal) => {
    stop.abort()
    signal?.throwIfAborted()
    return []
  }
  expect(await voice.opinions(ready(), prompt, stop.signal)).toEqual([])
  expect([voice.failures, logged]).toEqual([0, []])
})
