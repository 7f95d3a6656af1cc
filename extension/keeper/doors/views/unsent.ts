import { visiblePath } from '../../../../shared/access/visible.ts'
import { atLeast, levelOf } from '../../../../shared/ledger/replay/level.ts'
import type { UnsentLook, UnsentRow } from '../../../messages/views.ts'
import { judgeEdit } from '../../items/judge-edit.ts'
import { atomsOf } from '../../items/merge.ts'
import type { UnsentEdit } from '../../vault/unsent-schema.ts'
import { unsentState } from '../../vault/unsent-edits.ts'
import { shelfOf, stateOf } from '../../vault/vault.ts'
import type { Vault } from '../../vault/vault.ts'

/** Returns the edits that wait on this desk, by name and folder, without secrets. */
export const unsentRows = (vault: Vault): UnsentRow[] =>
  vault.unsent.edits.map((edit) => {
    const { folder, item, base, was, tried, fields, at, why } = edit
    const known = fields ?? was ?? tried.at(-1) ?? shelfOf(vault, folder).overviews.get(item)
    const path = visiblePath(stateOf(vault), vault.me, folder).map((one) => vault.folderNames.get(one) ?? '…')
    const does = fields === null ? 'delete' : base === null ? 'create' : 'change'
    return { folder, item, name: known?.name ?? '…', path, does, at, state: unsentState(vault, edit), why }
  })

/**
 * Returns what one edit changes, and the question it asks the person. P7: no more than they typed themselves, since they may no longer
 * be allowed to read the folder.
 */
export async function unsentLook(vault: Vault, edit: UnsentEdit): Promise<UnsentLook> {
  const [was, mine] = [atomsOf(edit.was), atomsOf(edit.fields)]
  const changes = [...new Map([...was, ...mine])].flatMap(([key, { field, label }]) => {
    const value = mine.get(key)?.value ?? null
    const isSame = edit.was === null ? value === '' : value === (was.get(key)?.value ?? null)
    return isSame ? [] : [{ key, field, label, value }]
  })
  return { changes: edit.fields === null ? [] : changes, question: await questionOf(vault, edit) }
}

async function questionOf(vault: Vault, edit: UnsentEdit): Promise<UnsentLook['question']> {
  const { folder } = edit
  const mayJudge = atLeast(levelOf(stateOf(vault), vault.me, folder), 'edit') && shelfOf(vault, folder).refused === null
  const judged = mayJudge ? await judgeEdit(vault, edit) : null
  if (judged === null || judged.is === 'done' || judged.is === 'write') return null
  return { ...judged, by: vault.profiles.get(judged.by)?.name ?? null }
}
