import { CreateFolder } from '../folders/name-folder.tsx'
import { CreatePersonal } from '../folders/personal.tsx'
import { CreateTeam } from '../people/name-team.tsx'
import { creating } from '../state/creating.ts'
import { folderAt } from '../state/world.ts'

const close = () => {
  creating.value = null
}

/** The dialog of what is being made; one for all the buttons that lead to it. */
export function Creating() {
  const now = creating.value
  if (now === null) return null
  if (now.is === 'folder') return <CreateFolder parent={folderAt(now.parent)} onClose={close} />
  return now.is === 'team' ? <CreateTeam onClose={close} /> : <CreatePersonal onClose={close} />
}
