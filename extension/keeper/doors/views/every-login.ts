import { treeFolders } from '../../../../shared/access/visible.ts'
import type { FoundLogin } from '../../../messages/found-login.ts'
import { byName } from '../../match/logins-for.ts'
import { shownOverviews } from '../../vault/shown-edits.ts'
import { shelfOf, stateOf } from '../../vault/vault.ts'
import type { Vault } from '../../vault/vault.ts'

/** Every login in the verified folders that this person reaches, by name; those of closed folders too. */
export const loginsToFind = (vault: Vault): FoundLogin[] =>
  treeFolders(stateOf(vault), vault.me)
    .filter((folder) => shelfOf(vault, folder).refused === null)
    .flatMap((folder) =>
      [...shownOverviews(vault, folder)].map(
        ([
          item,
          {
            overview: { name, username, kind, tags, urls },
          },
        ]) => {
          const also = [...tags, ...urls.map(({ address }) => address)].join(' ')
          return { folder, item, name, username, kind, also }
        },
      ),
    )
    .sort(byName)
