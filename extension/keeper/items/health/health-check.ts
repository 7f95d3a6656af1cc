import { utf8, wipe } from '../../../../shared/bytes/bytes.ts'
import { toBase64url } from '../../../../shared/bytes/base64url.ts'
import type { FolderId, ItemId } from '../../../../shared/bytes/ids.ts'
import { get } from '../../../../shared/bytes/table.ts'
import { treeFolders } from '../../../../shared/access/visible.ts'
import { atLeast, levelOf } from '../../../../shared/ledger/replay/level.ts'
import type { Overview } from '../../../../shared/vault/item.ts'
import { OLD_FROM } from '../../../messages/health-view.ts'
import type { HealthFinding, HealthProgress, HealthReport } from '../../../messages/health-view.ts'
import { scopeOf, webUrl } from '../../match/match-rules.ts'
import { overviewOf } from '../../vault/item-parts.ts'
import { openItemPart } from '../../vault/open-item-part.ts'
import { shownEdit, shownOverviews } from '../../vault/shown-edits.ts'
import { shelfOf, stateOf } from '../../vault/vault.ts'
import type { Vault } from '../../vault/vault.ts'
import { judgePassword } from './judge-password.ts'

const DAY = 86_400_000

type Login = { folder: FolderId; item: ItemId }
type Checked = Login & Pick<HealthFinding, 'revision' | 'name' | 'username' | 'weak' | 'since'>

/**
 * A check of all passwords that a person may read in the clear and that lie on this desk already: it asks the server for nothing, so it
 * opens no secret of a folder whose uses are recorded, and leaves no trace in any journal. It goes on in portions, since thousands of
 * logins take seconds. Passwords are compared by an HMAC under a key of this check that nobody can export; of all that, only groups of
 * ids leave the worker, and nothing is written to disk.
 */
export class HealthCheck {
  private readonly unread: HealthReport['unread'] = { witnessed: 0, fillOnly: 0, refused: 0 }
  private readonly todo: Login[] = []
  private readonly checked: Checked[] = []
  private readonly passwords = new Map<string, number[]>()
  private readonly places = new Map<string, number[]>()
  private done = 0

  private constructor(
    private readonly vault: Vault,
    private readonly key: CryptoKey,
    readonly run: number,
  ) {
    const state = stateOf(vault)
    for (const folder of treeFolders(state, vault.me)) {
      const items = [...shownOverviews(vault, folder).keys()]
      if (shelfOf(vault, folder).refused !== null) this.unread.refused += items.length
      else if (!atLeast(levelOf(state, vault.me, folder), 'read')) this.unread.fillOnly += items.length
      else if (get(state.folders, folder)?.witnessed === true) this.unread.witnessed += items.length
      else for (const item of items) this.todo.push({ folder, item })
    }
  }

  /** Begins a check; `run` is its number. */
  static async begin(vault: Vault, run: number): Promise<HealthCheck> {
    const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    return new HealthCheck(vault, key, run)
  }

  get progress(): HealthProgress {
    return { run: this.run, done: this.done, total: this.todo.length }
  }

  /** Checks logins until `isOver` says that the portion is, one at least. Returns the report once all are checked, null before. */
  async goOn(isOver: () => boolean): Promise<HealthReport | null> {
    while (this.done < this.todo.length) {
      const login = this.todo[this.done]
      this.done += 1
      if (login !== undefined) await this.check(login)
      if (isOver()) break
    }
    return this.done < this.todo.length ? null : this.report()
  }

  private async check({ folder, item }: Login): Promise<void> {
    const { vault } = this
    // Since the check began the login may have gone, or the folder may record uses now.
    if (!this.mayOpen(folder)) return
    const login = await this.open(folder, item)
    if (login === null) return
    const { overview, password, since } = login
    const { name, username } = overview
    const at = this.checked.length
    const revision = get(shelfOf(vault, folder).journal.items, item)?.revision ?? 0
    const isOld = password !== '' && since < vault.now() - OLD_FROM * DAY
    const around = [name, username, ...hostsOf(overview)]
    const weak = password === '' ? null : judgePassword(password, around)
    this.checked.push({ folder, item, revision, name, username, weak, since: isOld ? since : null })
    if (password !== '') add(this.passwords, await this.markOf(password), at)
    // Of several addresses only the first: that of two which share a page for help are still two sites.
    const [host] = hostsOf(overview)
    if (host !== undefined && username !== '') add(this.places, `${host} ${username.toLowerCase()}`, at)
  }

  private mayOpen(folder: FolderId): boolean {
    const state = stateOf(this.vault)
    const isOpen = shelfOf(this.vault, folder).refused === null && get(state.folders, folder)?.witnessed !== true
    return isOpen && atLeast(levelOf(state, this.vault.me, folder), 'read')
  }

  /** A login with its password, and since when it has had it at least; null where it is gone, or cannot be opened here. */
  private async open(
    folder: FolderId,
    item: ItemId,
  ): Promise<{ overview: Overview; password: string; since: number } | null> {
    const edit = shownEdit(this.vault, folder, item)
    if (edit !== null)
      return edit.fields && { overview: overviewOf(edit.fields, []), password: edit.fields.password, since: edit.at }
    const shelf = shelfOf(this.vault, folder)
    const overview = shelf.overviews.get(item)
    if (overview === undefined) return null
    try {
      const { password, history } = await openItemPart(this.vault, shelf, item, 'secret')
      // A password that was never replaced is as old as its login, which is at least as old as the last change to it.
      const since = history[0]?.until ?? get(shelf.journal.items, item)?.changedAt ?? this.vault.now()
      return { overview, password, since }
    } catch {
      this.unread.refused += 1
      return null
    }
  }

  private async markOf(password: string): Promise<string> {
    const bytes = utf8(password)
    try {
      return toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', this.key, bytes)))
    } finally {
      wipe(bytes)
    }
  }

  private report(): HealthReport {
    const [reused, double] = [groupsOf(this.passwords), groupsOf(this.places)]
    const findings = this.checked.map((one, at) => ({
      ...one,
      reused: reused.get(at) ?? null,
      double: double.get(at) ?? null,
    }))
    return {
      at: this.vault.now(),
      checked: this.checked.length,
      findings: findings.filter(({ weak, reused, double, since }) => weak ?? reused ?? double ?? since),
      unread: this.unread,
    }
  }
}

const hostsOf = ({ urls }: Overview): string[] =>
  urls.flatMap(({ address }) => (webUrl(address) === null ? [] : [scopeOf({ address, match: 'host' })]))

function add(groups: Map<string, number[]>, key: string, at: number): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [at])
  else group.push(at)
}

/** The number of the group of each that is in one with another. */
function groupsOf(groups: ReadonlyMap<string, number[]>): Map<number, number> {
  const shared = [...groups.values()].filter((group) => group.length > 1)
  return new Map(shared.flatMap((group, number) => group.map((at): [number, number] => [at, number + 1])))
}
