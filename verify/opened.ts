import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Decrypter } from 'age-encryption'
import * as z from 'zod/mini'
import { toCsv } from '../shared/bytes/csv.ts'
import { loginTable } from '../shared/bytes/login-table.ts'
import type { TableLogin } from '../shared/bytes/login-table.ts'

type Said = { code: number; said: string }
const usage: Said = {
  code: 2,
  said: 'Usage: npm run open-export -- FILE OUT\n\nOUT is made, and must not be there yet. It ends in .json (all that the export holds) or .csv.',
}

type Collection = { title: string; items: { item: string }[]; subCollections: Collection[] }
const collection: z.ZodMiniType<Collection> = z.lazy(() =>
  z.object({
    title: z.string(),
    items: z.array(z.object({ item: z.string() })),
    subCollections: z.array(collection),
  }),
)
const fields = z.object({
  name: z.string(),
  username: z.string(),
  password: z.string(),
  totp: z.string(),
  notes: z.string(),
  tags: z.array(z.string()),
  urls: z.array(z.object({ address: z.string() })),
  custom: z.array(z.object({ label: z.string(), value: z.string() })),
})
const whole = z.object({
  accounts: z.array(
    z.object({
      collections: z.array(collection),
      items: z.array(
        z.object({ id: z.string(), extensions: z.array(z.object({ name: z.literal('cloison'), fields })) }),
      ),
    }),
  ),
})

/**
 * Opens an export of logins with its passphrase, and writes what it holds. Returns what to say and the exit
 * code: 1 for a wrong passphrase, a damaged file, or an OUT that is there; 2 for wrong arguments.
 */
export async function openExport(args: readonly string[], from: string, ask: () => Promise<string>): Promise<Said> {
  const [file, out, ...rest] = args
  if (file === undefined || out === undefined || rest.length > 0 || !/\.(json|csv)$/.test(out)) return usage
  const sealed = read(resolve(from, file))
  if (sealed === null) return { code: 1, said: `Cannot read ${file}.` }
  const json = await open(sealed, await ask())
  if (json === null) return { code: 1, said: 'This passphrase does not open the file, or the file is damaged.' }
  const parsed = whole.safeParse(JSON.parse(json))
  if (!parsed.success) return { code: 1, said: 'The file opens, but is no export of Cloison.' }
  const rows = rowsOf(parsed.data)
  const content = out.endsWith('.json') ? `${JSON.stringify(JSON.parse(json), null, 2)}\n` : toCsv(loginTable(rows))
  try {
    // Readable by its owner alone, and never over another file.
    writeFileSync(resolve(from, out), content, { flag: 'wx', mode: 0o600 })
  } catch {
    return { code: 1, said: `Cannot make ${out}: it is there already, or its folder is not.` }
  }
  return { code: 0, said: `${String(rows.length)} logins written to ${out}, in clear. Delete it when you are done.` }
}

function read(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

async function open(sealed: Uint8Array, passphrase: string): Promise<string | null> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  return decrypter.decrypt(sealed, 'text').catch(() => null)
}

function rowsOf({ accounts }: z.infer<typeof whole>): { folder: string; login: TableLogin }[] {
  const places = new Map<string, string>()
  const place = (collections: readonly Collection[], above: readonly string[]) => {
    for (const { title, items, subCollections } of collections) {
      for (const { item } of items) places.set(item, [...above, title].join('/'))
      place(subCollections, [...above, title])
    }
  }
  for (const { collections } of accounts) place(collections, [])
  return accounts
    .flatMap(({ items }) => items)
    .flatMap(({ id, extensions }) => extensions.map(({ fields: login }) => ({ folder: places.get(id) ?? '', login })))
}
