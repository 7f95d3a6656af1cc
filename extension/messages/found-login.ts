import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import type { ItemFields } from './item-fields.ts'

/** What a search over every folder compares of a login. `also`: its tags and addresses. */
export type FoundLogin = {
  folder: FolderId
  item: ItemId
  name: string
  username: string
  kind: ItemFields['kind']
  also: string
}
