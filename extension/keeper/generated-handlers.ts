import { visiblePath } from '../../shared/access/visible.ts'
import { exactly } from '../messages/item-fields.ts'
import type { GeneratedLook, NewPasswordForm } from '../messages/new-password.ts'
import type { Handlers } from '../messages/serve.ts'
import { worksFor } from './active-client.ts'
import { authorizeGenerated } from './authorize-fill.ts'
import type { Clipboard } from './clipboard.ts'
import { editableFolders } from './editable-folders.ts'
import type { Frames } from './fill.ts'
import { formIn, generateIn } from './generate-in.ts'
import { dropGenerated, keptFor, needKept } from './generated.ts'
import type { Keeper, Open } from './keeper.ts'
import { webOrigin } from './match-rules.ts'
import type { NewPasswords } from './new-passwords.ts'
import { generate } from './password/generate.ts'
import { noRules } from './password/rules.ts'
import { needShown } from './second-key.ts'
import { stateOf } from './vault.ts'

type Names = 'password.generate' | `generated.${'look' | 'fill' | 'copy' | 'save'}`
type Around = { frames: Frames; newPasswords: NewPasswords; clipboard: Clipboard }

/** Passwords that are generated: for the console's form, and for a page, where what was filled is kept until it is saved. */
export function generatedHandlers(
  keeper: Keeper,
  { frames, newPasswords, clipboard }: Around,
  save: Handlers['item.save'],
): Pick<Handlers, Names> {
  const { desk } = keeper

  return {
    'password.generate': (wish) =>
      keeper.look(() => {
        needShown(keeper)
        return Promise.resolve({ password: generate(noRules, wish).password })
      }),

    'generated.look': ({ tab }) =>
      keeper.look(async () => {
        const open = needShown(keeper)
        const folders = foldersOf(open)
        if (folders.length === 0) return null
        const found = await frames.of(tab)
        const origin = webOrigin(found[0]?.url ?? '')
        const form = origin === null ? null : await formIn(newPasswords, tab, authorizeGenerated(open, origin, found))
        const kept = await keptFor(desk, tab, origin)
        return {
          form: form === null ? null : shownForm(form.at.origin, form.form),
          kept:
            kept === null
              ? null
              : {
                  item: kept.item,
                  host: hostOf(kept.origin),
                  username: kept.username,
                  fields: kept.fields,
                  isShort: kept.isShort,
                },
          folders,
        }
      }),

    'generated.fill': ({ tab, origin }) =>
      keeper.look(async () => {
        const documents = authorizeGenerated(needShown(keeper), origin, await frames.of(tab))
        await generateIn(keeper, newPasswords, tab, documents)
        return null
      }),

    'generated.copy': ({ item }) =>
      keeper.look(async () => {
        needShown(keeper)
        const { password } = await needKept(desk, item)
        await clipboard.put(password)
        return null
      }),

    'generated.save': async ({ item, folder, name, username }, sender) => {
      const { password, origin } = await keeper.look(() => {
        needShown(keeper)
        return needKept(desk, item)
      })
      const fields = { name, username, password, urls: [exactly(origin)], custom: [], totp: '', notes: '' }
      // Under the id that it has from its beginning: a save whose answer was lost finds itself done.
      const { unsent } = await save({ folder, item, form: item, base: null, was: null, fields }, sender)
      await dropGenerated(keeper, item)
      return { unsent }
    },
  }
}

const hostOf = (origin: string): string => new URL(origin).host

const shownForm = (origin: string, { fields, username }: NewPasswordForm): GeneratedLook['form'] => ({
  ...{ origin, host: hostOf(origin), username },
  fields: fields.length,
})

/** Where it may be kept: at the active client first. */
function foldersOf(open: Open): GeneratedLook['folders'] {
  const { vault } = open
  const isOwn = worksFor(open)
  const folders = editableFolders(vault)
  const sorted = [...folders.filter(isOwn), ...folders.filter((folder) => !isOwn(folder))]
  return sorted.map((folder) => ({
    folder,
    path: visiblePath(stateOf(vault), vault.me, folder).map((at) => vault.folderNames.get(at) ?? '…'),
  }))
}
