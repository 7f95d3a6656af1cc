import { folders, invitations, owners, people, teams, unlocked } from './world.ts'
import { derived } from './derived.ts'

/** What a new organisation needs before it is used, in the order in which one follows from another. */
export const stepNames = ['second-key', 'folder', 'logins', 'team', 'invite', 'second-owner'] as const
export type StepName = (typeof stepNames)[number]

/** Which steps are done, each by what is true; null for whoever is no owner. */
export const steps = derived((): ReadonlyMap<StepName, boolean> | null => {
  const status = unlocked.value
  if (status?.me.role !== 'owner') return null
  const shared = folders.value.filter(({ personal }) => personal === null)
  return new Map<StepName, boolean>([
    ['second-key', (status.keys ?? 0) > 1],
    ['folder', shared.length > 0],
    ['logins', shared.some(({ items }) => items > 0)],
    ['team', teams.value.length > 0],
    ['invite', people.value.length > 1 || invitations.value.length > 0],
    ['second-owner', owners.value.length > 1],
  ])
})

/** Whether the steps stand on the first screen: to an owner, until all are done or they were put away. */
export const stepsShown = derived(() => {
  const now = steps.value
  return now !== null && unlocked.value?.settings.firstSteps === 'shown' && [...now.values()].includes(false)
})
