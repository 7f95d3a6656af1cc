import { useState } from 'preact/hooks'
import { FolderPlus } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import type { TeamView } from '../../messages/views.ts'
import { navigate } from '../../ui/router.ts'
import { Picker, type Choice } from '../../ui/picker.tsx'
import { toast } from '../../ui/toast.tsx'
import { folderWords } from '../../words/console-folders.ts'
import { peopleWords } from '../../words/console-people.ts'
import { endingWords } from '../../words/endings.ts'
import { NameDialog } from '../parts/name-dialog.tsx'
import { isTaken } from '../parts/same-name.ts'
import { folderChoices } from '../state/choices.ts'
import { lastFolder } from '../state/last-folder.ts'
import { pathTo } from '../state/screens.ts'
import { folderAt, folders, may, teams } from '../state/world.ts'

const warnOf = (but: string | null, typed: string) =>
  isTaken(
    teams.value.filter(({ team }) => team !== but).map(({ name }) => name),
    typed,
  )
    ? endingWords().sameTeam(typed.trim())
    : null

type Closing = { readonly onClose: () => void }

/** Stands for a home folder that is made with the team. */
const NEW = 'new'

/** Creates a team whose home is an existing folder, or a new folder of the same name, then opens the team. */
export function CreateTeam({ onClose }: Closing) {
  const t = peopleWords()
  const mine = folders.value.filter(
    ({ level, closed, archived, personal }) =>
      level === 'manage' && closed === 'no' && archived === 'no' && personal === null,
  )
  const open = mine.find(({ folder }) => folder === lastFolder.value) ?? mine[0]
  const [home, setHome] = useState<string>(open?.folder ?? NEW)
  const [named, setNamed] = useState('')
  const homes: Choice[] = [
    ...(may.value.createTopFolder ? [{ id: NEW, label: t.homeNew, icon: FolderPlus }] : []),
    ...folderChoices(mine),
  ]
  return (
    <NameDialog
      title={t.newTeam}
      label={t.teamName}
      verb={t.createTeam}
      warn={(typed) => warnOf(null, typed)}
      onTyped={setNamed}
      busy={folderWords().creating}
      onClose={onClose}
      onName={async (name) => {
        const { team } = await ask('act.sign', { do: 'create-team', name, home: folderAt(home)?.folder ?? null })
        onClose()
        if (team !== null) navigate(pathTo({ at: 'team', team }))
      }}
    >
      <Picker
        label={t.home}
        hint={home === NEW && named.trim() !== '' ? endingWords().homeTold(named.trim()) : t.homeHint}
        value={home}
        choices={homes}
        onChange={setHome}
      />
    </NameDialog>
  )
}

/** Renames a team. */
export function RenameTeam({ team, onClose }: Closing & { readonly team: TeamView }) {
  const t = peopleWords()
  return (
    <NameDialog
      title={t.renameTeam}
      label={t.teamName}
      start={team.name}
      verb={t.renameTeam}
      warn={(typed) => warnOf(team.team, typed)}
      busy={folderWords().renaming}
      onClose={onClose}
      onName={async (name) => {
        await ask('act.sign', { do: 'rename-team', team: team.team, name })
        onClose()
        toast(folderWords().renamed)
      }}
    />
  )
}
