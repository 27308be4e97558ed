/** All exercises in this person's order, asked for once and kept while anything of them is shown. */
import { useQuery } from '@tanstack/react-query'
import type { ListedExercise } from '../../../electron/contract/exercises.ts'
import { useClient } from '../../watch.ts'

export type ShownExercise = ListedExercise['exercise']

export const exercisesKey = ['exercises'] as const

export function useExercises() {
  const client = useClient()
  return useQuery({ queryKey: exercisesKey, queryFn: () => client.exercises.list() })
}
