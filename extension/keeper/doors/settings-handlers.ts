import { fetchKeys } from '../unlock/own-keys.ts'
import type { Handlers } from '../../messages/serve.ts'
import { chooseLanguage } from '../desk/language.ts'
import type { Keeper } from '../keeper.ts'
import { needFullyUnlocked } from '../second-key.ts'
import { changeSettings } from '../vault/settings-blob.ts'

type Names = 'settings.save' | 'settings.language' | 'settings.name-key'

/** What a person sets for themselves on this desk. Nothing of it is sent to the server, so none of it waits for one. */
export function settingsHandlers(keeper: Keeper): Pick<Handlers, Names> {
  return {
    'settings.save': (desk) =>
      keeper.look(async () => {
        await changeSettings(keeper.desk, needFullyUnlocked(keeper).vault, { desk })
        keeper.tell()
        return null
      }),
    'settings.language': async ({ language }) => {
      await chooseLanguage(keeper.desk, language)
      return null
    },
    'settings.name-key': ({ credential, name }) =>
      keeper.look(async () => {
        const open = needFullyUnlocked(keeper)
        const { vault } = open
        // Names of keys that are revoked go with the next name, and an id that is no key of theirs is never kept.
        const known = new Set((await fetchKeys(open, vault.me)).map(({ id }) => id))
        const keyNames = new Map([...vault.settings.keyNames].filter(([id]) => known.has(id)))
        if (name === null || !known.has(credential)) keyNames.delete(credential)
        else keyNames.set(credential, name)
        await changeSettings(keeper.desk, vault, { keyNames })
        return null
      }),
  }
}
