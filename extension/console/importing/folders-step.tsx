import { FailureBanner } from '../../ui/failure-banner.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { common } from '../../words/common.ts'
import { importWords } from '../../words/importing.ts'
import type { FolderId } from '../state/ids.ts'
import { folderAt, folders, may, trailTo } from '../state/world.ts'
import { base, choices, plan, source } from './import-state.ts'
import type { Choice, PlannedFolder } from './plan.ts'
import { Problems } from './problems.tsx'
import { run } from './run-import.ts'

/** The path of a folder, from the top down. */
export const pathOf = (id: FolderId): string => {
  const folder = folderAt(id)
  return folder === null
    ? ''
    : trailTo(folder)
        .map(({ name }) => name)
        .join(' › ')
}

/** The second step: each folder of the source, how many logins it holds, and where it goes. */
export function Folders() {
  const t = importWords()
  const found = source.value
  if (found === null) return null
  const paths = folders.value
    .map(({ folder }) => ({ value: String(folder), folder, label: pathOf(folder) }))
    .sort((one, other) => one.label.localeCompare(other.label))
  const shown = plan.value.filter(({ path, logins }) => path.length > 0 || logins.length > 0)
  return (
    <div class="c-import">
      <p role="status">
        <strong>{t.found(found.logins.length)}</strong>
      </p>
      {run.value.code !== null && <FailureBanner code={run.value.code} />}
      <SelectField
        label={t.base}
        hint={t.baseHint}
        value={base.value ?? ''}
        options={[
          ...(may.value.createTopFolder || base.value === null ? [{ value: '', label: t.atTop }] : []),
          ...paths,
        ]}
        onChange={(value) => {
          base.value = paths.find((one) => one.value === value)?.folder ?? null
        }}
      />
      <h3>{t.where}</h3>
      <ul class="c-import-folders">
        {shown.map((row) => (
          <FolderRow key={row.key} row={row} paths={paths} />
        ))}
      </ul>
      <Problems />
    </div>
  )
}

type RowProps = {
  readonly row: PlannedFolder
  readonly paths: readonly { readonly value: string; readonly folder: FolderId; readonly label: string }[]
}

function FolderRow({ row, paths }: RowProps) {
  const t = importWords()
  const { key, path, logins, fault } = row
  const name = path.at(-1) ?? t.loose
  const choice = choices.value.get(key) ?? { to: 'auto' }
  const set = (next: Choice) => {
    choices.value = new Map(choices.value).set(key, next)
  }
  const plain = (['auto', 'above', 'skip'] as const).filter((to) => to !== 'above' || path.length > 0)
  return (
    <li style={{ '--depth': String(Math.max(0, path.length - 1)) }} data-fault={fault !== null}>
      <span class="c-import-name">
        <span>{name}</span>
        <span class="c-soft">{common().items(logins.length)}</span>
      </span>
      <SelectField
        label={t.goes(name)}
        hideLabel
        value={choice.to === 'folder' ? choice.folder : choice.to}
        error={fault === null ? null : t.faults[fault]}
        options={[
          ...plain.map((to) => ({ value: `${to}`, label: to === 'auto' ? sayTarget(row) : t.choice[to] })),
          ...paths.map(({ value, label }) => ({ value, label: t.into(label) })),
        ]}
        onChange={(value) => {
          const folder = paths.find((one) => one.value === value)?.folder
          const to = plain.find((one) => one === value)
          if (folder !== undefined) set({ to: 'folder', folder })
          else if (to !== undefined) set({ to })
        }}
      />
    </li>
  )
}

/** Says where a folder goes by itself; where another choice is made, that it could go as in the file. */
function sayTarget({ key, target }: PlannedFolder): string {
  const t = importWords()
  const choice = choices.value.get(key) ?? { to: 'auto' }
  if (choice.to !== 'auto') return t.choice.auto
  if (target.is === 'skip') return t.skipped
  return target.is === 'there' ? t.there(pathOf(target.folder)) : t.made(target.name)
}
