import { copyFor } from './copy-for.ts'
import type { Input } from '../../messages/contract.ts'
import { newLogin } from '../../messages/item-fields.ts'
import type { GeneratedLook, GeneratedView, NewPasswordForm } from '../../messages/new-password.ts'
import type { Handlers } from '../../messages/serve.ts'
import type { Clipboard } from '../fill/clipboard.ts'
import { isEditor } from '../items/editable-folders.ts'
import type { Frames } from '../fill/fill.ts'
import { formAt, generateAt } from '../offers/generate-in.ts'
import { dropGenerated, findGenerated, needGenerated } from '../offers/generated.ts'
import type { Generated } from '../offers/generated.ts'
import { readItem } from '../items/items.ts'
import type { Keeper } from '../keeper.ts'
import type { Open } from '../vault/open.ts'
import { loginsFor } from '../match/logins-for.ts'
import { webOrigin } from '../match/match-rules.ts'
import type { NewPasswords } from '../offers/new-passwords.ts'
import { generate } from '../offers/password/generate.ts'
import { noRules } from '../offers/password/rules.ts'
import { foldersToSaveIn } from '../offers/propose.ts'
import { needFullyUnlocked } from '../second-key.ts'
import { useSecret } from '../items/recorded-use.ts'

type Names = 'password.generate' | `generated.${'look' | 'fill' | 'copy' | 'save'}`
type GeneratedDependencies = { frames: Frames; newPasswords: NewPasswords; clipboard: Clipboard }

/** Generated passwords: for the console's form, and for a page. A password that a page was given is kept until it is saved. */
export function generatedHandlers(
  keeper: Keeper,
  { frames, newPasswords, clipboard }: GeneratedDependencies,
  save: Handlers['item.save'],
): Pick<Handlers, Names> {
  const { desk } = keeper

  return {
    'password.generate': (wish) =>
      keeper.look(() => {
        needFullyUnlocked(keeper)
        return Promise.resolve({ password: generate(noRules, wish).password })
      }),

    'generated.look': ({ tab }) =>
      keeper.look(async () => {
        const open = needFullyUnlocked(keeper)
        if (!isEditor(open.vault)) return null
        const found = await frames.of(tab)
        const origin = webOrigin(found[0]?.url ?? '')
        const form = origin === null ? null : await formAt(open, newPasswords, tab, origin, found)
        const kept = await findGenerated(desk, tab, origin)
        const places = foldersToSaveIn(open, kept?.origin ?? origin ?? '')
        return {
          form: form === null ? null : shownForm(form.at.origin, form.form),
          kept: kept === null ? null : shownKept(kept),
          ...places,
          logins: kept === null ? [] : loginsAt(open, kept.origin, places.folders),
        }
      }),

    'generated.fill': ({ tab, origin }) =>
      keeper.look(async () => {
        await generateAt(keeper, newPasswords, tab, origin, await frames.of(tab))
        return null
      }),

    'generated.copy': ({ item }) =>
      keeper.look(async () => {
        needFullyUnlocked(keeper)
        const { password } = await needGenerated(desk, item)
        return copyFor(keeper, clipboard, password)
      }),

    'generated.save': async (how, sender) => {
      const { item, folder } = how
      const edit = await keeper.look(async (): Promise<Input<'item.save'>> => {
        const open = needFullyUnlocked(keeper)
        const { password, origin } = await needGenerated(desk, item)
        if (how.as === 'new') {
          const { name, username } = how
          const fields = newLogin({ name, username, password, address: origin })
          // The item's id was chosen when the password was made, so a save that is repeated after a lost answer saves once.
          return { folder, item, form: item, base: null, was: null, fields }
        }
        const secret = { folder, item: how.login, purpose: 'edit' } as const
        const { fields: was, revision } = await useSecret(open, secret, () => readItem(open.vault, folder, how.login))
        return { folder, item: how.login, form: item, base: revision, was, fields: { ...was, password } }
      })
      const { unsent } = await save(edit, sender)
      await dropGenerated(keeper, item)
      return { unsent }
    },
  }
}

const hostOf = (origin: string): string => new URL(origin).host

const shownForm = (origin: string, { fields, username }: NewPasswordForm): GeneratedLook['form'] => ({
  origin,
  host: hostOf(origin),
  username,
  fields: fields.length,
})

const shownKept = ({ item, origin, username, fields, changes, isShort }: Generated): GeneratedView => ({
  item,
  username,
  fields,
  changes,
  isShort,
  host: hostOf(origin),
})

/** Returns the page's logins that this person may change. */
const loginsAt = (open: Open, origin: string, folders: GeneratedLook['folders']): GeneratedLook['logins'] =>
  loginsFor(open, origin)
    .filter((row) => folders.some(({ folder }) => folder === row.folder))
    .map(({ folder, item, name, username }) => ({ folder, item, name, username }))
