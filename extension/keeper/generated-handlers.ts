import { visiblePath } from '../../shared/access/visible.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import { exactly } from '../messages/item-fields.ts'
import type { GeneratedLook, NewPasswordForm } from '../messages/new-password.ts'
import type { Handlers } from '../messages/serve.ts'
import { worksFor } from './active-client.ts'
import { authorizeGenerated } from './authorize-fill.ts'
import type { Clipboard } from './clipboard.ts'
import { editableFolders } from './editable-folders.ts'
import type { Frames } from './fill.ts'
import { dropGenerated, keepGenerated, keptFor, needKept, takenGenerated } from './generated.ts'
import type { Keeper, Open } from './keeper.ts'
import { webOrigin } from './match-rules.ts'
import type { NewPasswords } from './new-passwords.ts'
import { generate } from './password/generate.ts'
import { generateFor } from './password/page-rules.ts'
import { noRules } from './password/rules.ts'
import { needShown } from './second-key.ts'
import { stateOf } from './vault.ts'

type Names = 'password.generate' | `generated.${'look' | 'fill' | 'copy' | 'save'}`
type Around = { frames: Frames; newPasswords: NewPasswords; clipboard: Clipboard }
type Document = { documentId: string; origin: string }

/** Passwords that are generated: for the console's form, and for a page, where what was filled is kept until it is saved. */
export function generatedHandlers(
  keeper: Keeper,
  { frames, newPasswords, clipboard }: Around,
  save: Handlers['item.save'],
): Pick<Handlers, Names> {
  const { desk } = keeper

  /** The first of these documents, the page itself before its frames, that asks for a new password. */
  const formIn = async (tab: number, documents: readonly Document[]) => {
    for (const at of documents) {
      const form = await newPasswords.look(tab, at.documentId)
      if (form !== null) return { at, form }
    }
    return null
  }

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
        const form = origin === null ? null : await formIn(tab, authorizeGenerated(open, origin, found))
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
        const found = await formIn(tab, authorizeGenerated(needShown(keeper), origin, await frames.of(tab)))
        if (found === null) throw new Failure('no-new-password')
        const { at, form } = found
        const { password, isShort } = generateFor(form.fields)
        const { username, fields } = form
        const one = { item: newItemId(), tab, origin, password, username, fields: fields.length, isShort }
        // Before the page has it: whatever ends in between, it is not lost.
        await keepGenerated(keeper, one)
        const isTaken = (await newPasswords.fill(tab, at, password)) === fields.length
        await (isTaken ? takenGenerated(keeper, one) : dropGenerated(keeper, one.item))
        if (isTaken) return null
        throw new Failure('not-taken')
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
