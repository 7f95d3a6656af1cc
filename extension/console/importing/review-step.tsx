import { AccessLine } from '../../ui/access-line.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { Truths } from '../../ui/truths.tsx'
import { common } from '../../words/common.ts'
import { importWords } from '../../words/importing.ts'
import { accessOf } from '../state/access.ts'
import type { FolderId } from '../state/ids.ts'
import { folderAt } from '../state/world.ts'
import { firstNames } from './first-names.ts'
import { plan } from './import-state.ts'
import { pathOf } from './places.ts'
import { foldersToMake, loginsToMake } from './plan.ts'
import type { PlannedFolder } from './plan.ts'
import { again, known } from './run-import.ts'

/** How many logins will be made: those that go somewhere, without those that are there. */
export const loginsLeft = (): number =>
  loginsToMake(plan.value).filter((index) => again.value || !known.value.has(index)).length

const MOST_FOLDERS = 12

/** The folder that is there and decides who has access to what goes into `planned`; null where all is new. */
function standsOn(planned: readonly PlannedFolder[], { target }: PlannedFolder): FolderId | null {
  if (target.is === 'there') return target.folder
  if (target.is === 'skip' || target.below === null) return null
  const { below } = target
  if ('folder' in below) return below.folder
  const above = planned.find(({ key }) => key === below.key)
  return above === undefined ? null : standsOn(planned, above)
}

/** The third step: what will be true, and who gains access to the logins, before anything is made. */
export function Review() {
  const t = importWords()
  const rows = plan.value.filter(({ target, logins }) => target.is !== 'skip' && logins.length > 0)
  const fresh = foldersToMake(plan.value)
  const said = firstNames(fresh.map(({ path }) => path.join(' › ')))
  const left = loginsLeft()
  const bases = new Set(rows.map((row) => standsOn(plan.value, row)))
  return (
    <div class="c-import">
      <Truths
        truths={[
          t.truthLogins(common().items(left), common().folders(rows.length)),
          ...(fresh.length > 0 ? [t.truthFolders(fresh.length, said)] : []),
          ...(known.value.size > 0 && !again.value ? [t.truthKnown(known.value.size)] : []),
        ]}
      />
      {left === 0 && <p role="status">{t.nothing}</p>}
      {known.value.size > 0 && (
        <CheckboxField
          label={t.again}
          checked={again.value}
          onChange={(checked) => {
            again.value = checked
          }}
        />
      )}
      <h3>{t.readers}</h3>
      <ul class="c-import-readers">
        {[...bases].slice(0, MOST_FOLDERS).map((id) => (
          <Readers key={id ?? ''} of={id} />
        ))}
      </ul>
      {bases.size > MOST_FOLDERS && <p class="c-soft">{common().andMore(bases.size - MOST_FOLDERS)}</p>}
    </div>
  )
}

function Readers({ of }: { readonly of: FolderId | null }) {
  const t = importWords()
  const folder = folderAt(of)
  const entries = folder === null ? [] : accessOf(folder)
  return (
    <li>
      <span>{folder === null ? t.atTop : pathOf(folder.folder)}</span>
      {entries.length === 0 ? (
        <span class="c-soft">{t.readersNobody}</span>
      ) : (
        <AccessLine label={t.readers} entries={entries} shown={6} />
      )}
    </li>
  )
}
