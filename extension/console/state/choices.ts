import { Folder, User, Users } from 'lucide-preact'
import type { FolderView, PersonView, TeamView } from '../../messages/views.ts'
import type { Choice } from '../../ui/picker.tsx'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { byName } from './by-name.ts'
import { folderAt, pathOf } from './world.ts'

/** Folders as a picker shows them: by path, each with the folders above it; none that is archived. */
export const folderChoices = (among: readonly FolderView[]): Choice[] =>
  among
    .filter(({ archived }) => archived === 'no')
    .map((folder) => {
      return { folder, name: pathOf(folder) }
    })
    .sort(byName)
    .map(({ folder: { folder, parent, name } }) => {
      const above = folderAt(parent)
      return { id: folder, label: name, under: above === null ? null : pathOf(above), icon: Folder }
    })

/** People as a picker shows them, each with their e-mail, in the order given. */
export const personChoices = (among: readonly Pick<PersonView, 'member' | 'name' | 'email'>[]): Choice[] =>
  among.map(({ member, name, email }) => {
    return { id: member, label: name ?? peopleWords().unnamed, under: email, icon: User }
  })

/** Teams as a picker shows them, each with how many people are in it, in the order given. */
export const teamChoices = (among: readonly TeamView[]): Choice[] =>
  among.map(({ team, name, members }) => {
    return { id: team, label: name, under: common().people(members.length), icon: Users }
  })
