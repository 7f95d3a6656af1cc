import { createHash, createPrivateKey } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FolderId, MemberId, OrgId, TeamId } from '../../shared/bytes/ids.ts'
import type { SoftKey } from '../soft-key.ts'
import type { Built } from './build.ts'
import type { Size } from './plan.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** What a seeded organisation is made by: when a file of these changes, it is made again. */
const sources = ['shared', 'server', 'extension/keeper', 'extension/messages', 'tests/seed', 'tests/headless/person.ts']

/** What is kept of an organisation beside its database: its ids by place in the plan, and who can unlock. */
export type Kept = {
  size: Size
  org: OrgId
  members: (MemberId | null)[]
  folders: FolderId[]
  teams: TeamId[]
  desks: { person: number; member: MemberId; key: SoftKey }[]
}

const isSource = (name: string) => /\.(ts|sql)$/.test(name) && !/\.test\.ts$/.test(name)

function filesOf(path: string): string[] {
  if (path.endsWith('.ts')) return [path]
  const all = readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
  return all.filter(isSource).map((name) => join(path, name))
}

/** Returns where the organisation of this size lies, or would: by the size, and a hash of the sources that make it. */
export function placeOfSnapshot({ members, clients, items, seed, keyed }: Size): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesOf).sort()) hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  const name = [members, clients, items, seed, keyed, hash.digest('hex').slice(0, 12)].map(String).join('-')
  return join(root, '.seed', name)
}

export const isKept = (place: string): boolean => existsSync(join(place, 'kept.json'))

/** Packs a stopped server's data folder and what was made; all of it is there at the end, or nothing. */
export function keepSnapshot(place: string, data: string, size: Size, { owner, ...made }: Built): void {
  const { org } = owner.keeper.needOpen().vault
  const { members, folders, teams } = made
  const desks = made.desks.map(({ key, ...desk }) => ({ ...desk, key: writeKey(key) }))
  mkdirSync(join(place, '..'), { recursive: true })
  const draft = mkdtempSync(`${place}.`)
  execFileSync('tar', ['-C', data, '-cf', join(draft, 'data.tar.gz'), '-I', 'gzip -1', '.'])
  writeFileSync(join(draft, 'kept.json'), JSON.stringify({ size, org, members, folders, teams, desks }), {
    mode: 0o600,
  })
  rmSync(place, { recursive: true, force: true })
  renameSync(draft, place)
}

/** Unpacks a snapshot's data folder into a new one, and returns that folder and what was made. */
export function unpackSnapshot(place: string, into = mkdtempSync(join(tmpdir(), 'cloison-seeded-'))) {
  mkdirSync(into, { recursive: true, mode: 0o700 })
  execFileSync('tar', ['-C', into, '-xzpf', join(place, 'data.tar.gz')])
  const read: Omit<Kept, 'desks'> & { desks: (Omit<Kept['desks'][number], 'key'> & { key: WrittenKey })[] } =
    JSON.parse(readFileSync(join(place, 'kept.json'), 'utf8'))
  const kept: Kept = { ...read, desks: read.desks.map(({ key, ...desk }) => ({ ...desk, key: readKey(key) })) }
  return { folder: into, kept }
}

type WrittenKey = ReturnType<typeof writeKey>
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

const writeKey = ({ id, rpId, counter, counts, ...key }: SoftKey) => ({
  id,
  rpId,
  counter,
  counts,
  userHandle: base64(key.userHandle),
  privateKey: key.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  point: base64(key.point),
  prfSecret: base64(key.prfSecret),
  aaguid: base64(key.aaguid),
})

function readKey({ userHandle, privateKey, point, prfSecret, aaguid, ...key }: WrittenKey): SoftKey {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
  return {
    ...key,
    userHandle: bytes(userHandle),
    privateKey: createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' }),
    point: bytes(point),
    prfSecret: bytes(prfSecret),
    aaguid: bytes(aaguid),
    attest: null,
  }
}
