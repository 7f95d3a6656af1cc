import { newItemId } from '../shared/bytes/ids.ts'
import type { FolderId } from '../shared/bytes/ids.ts'
import { exactAddress, noFields } from '../extension/messages/item-fields.ts'
import type { ItemFields } from '../extension/messages/views.ts'
import { openDesk } from './desk.ts'
import type { Desk, Look } from './desk.ts'
import { need } from '../tests/headless/org.ts'
import { look, newPerson, refresh, setUp, sign } from '../tests/headless/person.ts'
import type { Person } from '../tests/headless/person.ts'
import * as people from './people.ts'
import { startStack } from '../tests/stack.ts'
import type { Stack } from '../tests/stack.ts'

/** An organisation whose owner has no screen, and the browser of a member who has joined but never unlocked. */
export type Filler = {
  stack: Stack
  owner: Person
  desk: Desk
  pin: string
  folder: FolderId
  /** The owner saves a login, for exactly the origins of these addresses, in the member's folder or in this subfolder. */
  save(login: Partial<Omit<ItemFields, 'urls'>> & { name: string; urls: string[] }, below?: FolderId): Promise<void>
  /** Creates a subfolder of the member's folder. */
  subfolder(name: string): Promise<FolderId>
  grant(level: 'fill' | 'read' | 'edit'): Promise<void>
  close(): Promise<void>
}

/** Prepares journeys and benches about a member's pages by messages, since other journeys test these steps. */
export async function newFiller(how: Look = {}): Promise<Filler> {
  const pin = 'corail-9035'
  const stack = await startStack()
  const owner = newPerson()
  await setUp(owner, stack.origin, stack.setupCode, 'ambre-4417')
  const folder = need((await sign(owner, { do: 'create-folder', parent: null, name: 'Banque Méridienne' })).folder)
  const team = need((await sign(owner, { do: 'create-team', name: 'Atlas', home: folder })).team)
  const invited = { name: 'Inès Martin', email: 'ines@atlas.example', role: 'member' } as const
  const { code } = await sign(owner, { do: 'invite', ...invited, teams: [team] })
  const desk = await openDesk(how)
  await people.join(desk, { code: need(code), pin })
  await refresh(owner)
  await sign(owner, { do: 'approve', invitation: need((await look(owner)).invitations[0]).invitation })
  return {
    stack,
    owner,
    desk,
    pin,
    folder,
    async save(login, below = folder) {
      await owner.ask['item.save'](
        {
          folder: below,
          item: newItemId(),
          base: null,
          fields: { ...noFields, ...login, urls: login.urls.map(exactAddress) },
        },
        '',
      )
    },
    async subfolder(name) {
      return need((await sign(owner, { do: 'create-folder', parent: folder, name })).folder)
    },
    async grant(level) {
      await sign(owner, { do: 'grant', folder, to: { kind: 'team', id: team }, level })
    },
    async close() {
      await desk.close()
      await stack.stop()
    },
  }
}
