import { loginTable } from '../../../shared/bytes/login-table.ts'
import { ask } from '../../messages/ask.ts'
import type { ExportedLogin } from '../../messages/export-logins.ts'
import type { FolderView } from '../../messages/views.ts'
import { saveTable, saveText } from '../state/save-file.ts'
import { trailTo, unlocked } from '../state/world.ts'

export const exportFiles = ['sealed', 'json', 'csv'] as const
export type ExportFile = (typeof exportFiles)[number]

/** What goes into an export: `filled` are the folders whose logins are read, `inside` all that give them their places. */
export type ExportPlan = {
  file: ExportFile
  filled: readonly FolderView[]
  inside: readonly FolderView[]
  /** Of a sealed file. */
  passphrase: string
}

/** Reads the folders page by page, tells how many logins it has read, and saves one file. Throws what `ask` and `sealExport` throw. */
export async function makeExport(plan: ExportPlan, onRead: (logins: number) => void): Promise<void> {
  const { SHORTEST, sealExport } = await import('../../export/seal-export.ts')
  // Before any secret is opened.
  if (plan.file === 'sealed' && plan.passphrase.length < SHORTEST) await sealExport({}, plan.passphrase)
  const read = await readLogins(plan, onRead)
  if (plan.file === 'csv') {
    const rows = plan.filled.flatMap((one) => {
      const folder = pathOf(one)
      return (read.get(one.folder) ?? []).map(({ fields }) => ({ folder, login: fields }))
    })
    saveTable('cloison-export.csv', loginTable(rows))
    return
  }
  const content = await exchangeFormat(plan.inside, read)
  if (plan.file === 'json') saveText('cloison-export.json', 'application/json', JSON.stringify(content, null, 2))
  else saveText('cloison-export.age', 'application/octet-stream', await sealExport(content, plan.passphrase))
}

const pathOf = (one: FolderView) =>
  trailTo(one)
    .map(({ name }) => name)
    .join('/')

async function readLogins({ file, filled }: ExportPlan, onRead: (logins: number) => void) {
  const inClear = file === 'sealed' ? null : filled.length
  const read = new Map<string, ExportedLogin[]>()
  let all = 0
  for (const { folder } of filled) {
    const logins: ExportedLogin[] = []
    for (let from: number | null = 0; from !== null;) {
      const page: { logins: ExportedLogin[]; next: number | null } = await ask('items.export', {
        folder,
        from,
        inClear,
      })
      logins.push(...page.logins)
      from = page.next
      onRead((all += page.logins.length))
    }
    read.set(folder, logins)
  }
  return read
}

async function exchangeFormat(inside: readonly FolderView[], read: ReadonlyMap<string, ExportedLogin[]>) {
  const { toCxf } = await import('../../export/to-cxf.ts')
  const ids = new Set<string>(inside.map(({ folder }) => folder))
  return toCxf(
    inside.map(({ folder, parent, name }) => ({
      folder,
      parent: parent !== null && ids.has(parent) ? parent : null,
      name,
      logins: read.get(folder) ?? [],
    })),
    { orgName: unlocked.value?.orgName ?? '', person: unlocked.value?.me.name ?? '', email: '', at: Date.now() },
  )
}
