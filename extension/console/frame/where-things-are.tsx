import { Link } from '../../ui/link.tsx'
import { firstStepWords } from '../../words/first-steps.ts'
import { steps } from '../state/first-steps.ts'
import { pathTo, type Screen } from '../state/screens.ts'
import { canEdit, folders, hasLevel, may, teams, unlocked } from '../state/world.ts'

type Thing = keyof ReturnType<typeof firstStepWords>['where']

/** What this person can do, and the screen where it is done; null where it is in a folder, or at the top. */
function things(): readonly (readonly [Thing, Screen | null])[] {
  const all = folders.value
  const decides = unlocked.value?.me.role !== 'member'
  const edits = all.some(canEdit)
  const rows: readonly (readonly [boolean, Thing, Screen | null])[] = [
    [edits, 'login', null],
    [edits, 'move', null],
    [edits || may.value.createTopFolder, 'import', { at: 'folders' }],
    [all.some((folder) => hasLevel(folder, 'manage')), 'access', null],
    [may.value.invite, 'invite', { at: 'people' }],
    [may.value.remove, 'leave', { at: 'people' }],
    [teams.value.some(({ canManage }) => canManage), 'staff', { at: 'teams' }],
    [edits, 'deleted', { at: 'deleted' }],
    [all.some((folder) => hasLevel(folder, 'read')), 'health', { at: 'health' }],
    [decides, 'waiting', { at: 'waiting' }],
    [true, 'keys', { at: 'keys' }],
    [true, 'settings', { at: 'settings' }],
    [decides, 'ledger', null],
  ]
  return rows.flatMap(([is, thing, to]) => (is ? [[thing, to] as const] : []))
}

/** Says where each thing is done that this person may do. `onGo`: a link was followed. */
export function WhereThingsAre({ onGo }: { readonly onGo: () => void }) {
  const t = firstStepWords()
  return (
    <section class="ui-review">
      <h3>{t.helpWhere}</h3>
      <ul class="c-where" onClick={(event) => event.target instanceof HTMLAnchorElement && onGo()}>
        {steps.value !== null && (
          <li>
            <Link to={pathTo({ at: 'first-steps' })}>{t.title}</Link>
            <span class="c-soft">{t.intro}</span>
          </li>
        )}
        {things().map(([thing, to]) => (
          <li key={thing}>
            {to === null ? <strong>{t.where[thing].do}</strong> : <Link to={pathTo(to)}>{t.where[thing].do}</Link>}
            <span class="c-soft">{t.where[thing].at}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
