import { useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { TeamView } from '../../messages/views.ts'
import { navigate } from '../../ui/router.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { folderWords } from '../../words/console-folders.ts'
import { peopleWords } from '../../words/console-people.ts'
import { NameDialog } from '../parts/name-dialog.tsx'
import { pathTo } from '../state/screens.ts'
import { folderAt, folders, may, hasLevel, trailTo } from '../state/world.ts'

type Closing = { readonly onClose: () => void }

/** Creates a team whose home is an existing folder, or a new folder of the same name, then opens the team. */
export function CreateTeam({ onClose }: Closing) {
  const t = peopleWords()
  const mine = folders.value.filter((folder) => hasLevel(folder, 'manage'))
  const [home, setHome] = useState<string>(may.value.createTopFolder ? '' : (mine[0]?.folder ?? ''))
  const homes: { value: string; label: string }[] = mine.map((folder) => ({
    value: folder.folder,
    label: trailTo(folder)
      .map((each) => each.name)
      .join(' › '),
  }))
  return (
    <NameDialog
      title={t.newTeam}
      label={t.teamName}
      verb={t.createTeam}
      busy={folderWords().creating}
      onClose={onClose}
      onName={async (name) => {
        const { team } = await ask('act.sign', { do: 'create-team', name, home: folderAt(home)?.folder ?? null })
        onClose()
        if (team !== null) navigate(pathTo({ at: 'team', team }))
      }}
    >
      <SelectField
        label={t.home}
        hint={t.homeHint}
        value={home}
        options={[...(may.value.createTopFolder ? [{ value: '', label: t.homeNew }] : []), ...homes]}
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
