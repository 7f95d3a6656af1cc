import { withState } from '../../../shared/ledger/replay/chain.ts'
import { Growing } from '../../../shared/bytes/growing.ts'
import { emptyTable, idSet, tableOf } from '../../../shared/bytes/table.ts'
import { firstPolicy } from '../../../shared/ledger/replay/owners.ts'
import { newFolderId, newItemId, newMemberId, orgId, parseId, zero32 } from '../../../shared/bytes/ids.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import type { SignPublic } from '../../../shared/bytes/ids.ts'
import { memberKeys } from '../../../shared/crypto/derive.ts'
import { newFolderKey, newMemberSeed } from '../../../shared/crypto/keys.ts'
import type { Level } from '../../../shared/ledger/acts.ts'
import type { Cut } from '../../../shared/ledger/replay/state.ts'
import { sealPart } from '../../../shared/vault/seal-item.ts'
import { exactAddress } from '../../messages/item-fields.ts'
import { emptyVault } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

const org = parseId(orgId, zero32)
export const me = newMemberId()
export const other = newMemberId()
export const folder = newFolderId()
export const item = newItemId()
const key = newFolderKey()
export const overview = {
  name: 'Portail',
  username: 'agent-042',
  urls: [exactAddress('https://portail.example/login'), exactAddress('http://intranet.example:8080')],
  afterFill: 'stay' as const,
  kind: 'login' as const,
  tags: [],
  passwordIn: [],
}
/** The seed of RFC 6238 appendix B: the code at 59 s is 287082. */
export const totp = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
export const secret = {
  password: 'Brume-81',
  totp,
  notes: '',
  history: [],
  files: [],
  custom: [{ label: 'Code', value: 'ATL-7' }],
}
/** Returns a vault as unlocked by a person with so many FIDO keys. */
export const held = (vault: Vault, keys: number | null = 1) => ({ vault, session: { keys, client: null } })

const member = {
  role: 'member' as const,
  signKey: zero32 as string as SignPublic,
  receive: zero32,
  keyGeneration: 1,
  profile: zero32,
  addedAt: 1,
  removedAt: null,
  replaces: null,
  promised: null,
  teams: emptyTable,
  grants: emptyTable,
}
const dates = { from: null, until: null, adopts: false }

/** Returns a vault as after a sync: one folder, granted at this level or not at all, with one login in it. */
export async function vaultWith(level: Level | null): Promise<Vault> {
  const made = emptyVault(me, org, await memberKeys(newMemberSeed()), { sequence: 1, hash: zero32 }, () => 59_000)
  const place = { org, folder, item, generation: 1, revision: 1, author: other }
  const [first, second] = [
    await sealPart(key, place, 'overview', overview),
    await sealPart(key, place, 'secret', secret),
  ]
  const link = (hash: typeof zero32) => ({ revision: 1, generation: 1, hash, author: other })
  const parts = { overview: link(first.hash), secret: link(second.hash) }
  const description = {
    revision: 1,
    hash: zero32,
    author: other,
    folderGeneration: 1,
    teamGeneration: null,
    registerGeneration: null,
  }
  made.chain = withState(made.chain, {
    org,
    name: 'Atlas',
    head: { sequence: 1, hash: zero32 },
    time: 0,
    policy: firstPolicy,
    owners: emptyTable,
    members: tableOf([
      [me, { ...member, grants: level === null ? emptyTable : idSet([folder]) }],
      [other, member],
    ]),
    signKeys: emptyTable,
    invitations: emptyTable,
    forms: emptyTable,
    teams: emptyTable,
    folders: tableOf([
      [
        folder,
        {
          parent: null,
          children: emptyTable,
          teams: emptyTable,
          generations: Growing.of({ commitment: zero32, receive: zero32, since: 1 }),
          description,
          grants:
            level === null
              ? []
              : [{ to: { kind: 'member', id: me }, level, since: 1, by: other, form: null, ...dates }],
          staleSince: null,
          closedSince: null,
          witnessed: false,
          isRegister: false,
          personal: null,
          recovery: null,
          cuts: Growing.of<Cut>(),
        },
      ],
    ]),
    register: null,
    deleted: { teams: emptyTable, folders: emptyTable },
    proposals: [],
  })
  made.folderKeys.set(folder, new Map([[1, key]]))
  made.shelves.set(folder, {
    journal: {
      org,
      folder,
      head: { sequence: 1, hash: zero32 },
      time: 0,
      ledger: 1,
      snapshotAt: 0,
      items: tableOf([[item, { revision: 1, parts, gone: null, changedAt: 0, changedBy: other }]]),
    },
    start: null,
    entries: [],
    parts: new Map([first, second].map(({ hash, sealed }) => [hash, toBase64url(sealed)])),
    overviews: new Map([[item, overview]]),
    refused: null,
  })
  return made
}
export const choice = { folder, item }
export const frames = (...urls: string[]) =>
  urls.map((url, at) => ({ documentId: `d${String(at)}`, url, around: [], sendsTo: [] }))
export const code = (wanted: string) => ({ code: wanted })
/** Returns a site's HTTP authentication challenge. */
export const asks = (url: string, realm = 'Agents') => ({
  url,
  origin: new URL(url).origin,
  realm,
  scheme: 'basic' as const,
})
