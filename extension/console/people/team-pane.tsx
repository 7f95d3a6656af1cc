import { useState } from 'preact/hooks'
import { Pencil, Trash2, UserRoundPlus, X } from 'lucide-preact'
import type { TeamView } from '../../messages/views.ts'
import { Banner } from '../../ui/banner.tsx'
import { LevelChip } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Link } from '../../ui/link.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { navigate } from '../../ui/router.ts'
import { peopleWords } from '../../words/console-people.ts'
import { endingWords } from '../../words/endings.ts'
import { AddMembers } from './add-members.tsx'
import { DetailHead } from '../parts/detail-head.tsx'
import { RenameTeam } from './name-team.tsx'
import { byName } from '../state/by-name.ts'
import { pathTo } from '../state/screens.ts'
import { openReview } from '../state/sheet.ts'
import { folderAt, folders, personAt } from '../state/world.ts'
import { Who } from '../parts/who.tsx'

/** A team: who is in it, and what it reaches. */
export function TeamPane({ team }: { readonly team: TeamView }) {
  const [dialog, setDialog] = useState<'add' | 'rename' | null>(null)
  const t = peopleWords()
  const home = folderAt(team.home)
  const named = team.members.flatMap((member) => personAt(member) ?? []).sort(byName)
  const unseen = team.members.length - named.length
  const close = () => {
    setDialog(null)
  }
  const rename = {
    label: t.renameTeam,
    icon: Pencil,
    onSelect: () => {
      setDialog('rename')
    },
  }
  return (
    <>
      <DetailHead
        title={team.name}
        above={pathTo({ at: 'teams' })}
        acts={
          team.managesHome && (
            <>
              {team.canManage && (
                <Button
                  icon={UserRoundPlus}
                  onClick={() => {
                    setDialog('add')
                  }}
                >
                  {t.addMember}
                </Button>
              )}
              <MenuButton
                items={[
                  ...(team.canManage ? [rename] : []),
                  {
                    label: endingWords().deleteTeam,
                    icon: Trash2,
                    danger: true,
                    onSelect: () =>
                      void openReview({ do: 'delete-team', team: team.team }, () => {
                        navigate(pathTo({ at: 'teams' }), 'replace')
                      }),
                  },
                ]}
              />
            </>
          )
        }
      >
        {home !== null && <p class="c-soft">{t.homeOf(home.name)}</p>}
      </DetailHead>
      <div class="c-pad">
        {team.managesHome && !team.canManage && home !== null && <p class="c-soft">{t.notInTeam(home.name)}</p>}
        {team.stale && <Banner kind="warn" title={t.staleTeam} />}
        <h3>{t.members}</h3>
        {team.members.length === 0 && <p class="c-soft">{t.noMembers}</p>}
        <ul class="c-grants" aria-label={t.members}>
          {named.map(({ member, name: known, email }) => {
            const name = known ?? t.unnamed
            return (
              <li key={member}>
                <Who kind="member" name={name} under={email} />
                {team.managesHome && (
                  <IconButton
                    icon={X}
                    danger
                    label={t.removeFrom(name, team.name)}
                    onClick={() =>
                      void openReview({ do: 'set-members', team: team.team, added: [], removed: [member] })
                    }
                  />
                )}
              </li>
            )
          })}
          {unseen > 0 && <li class="c-soft">{t.unseenPeople(unseen)}</li>}
        </ul>
        <Reach team={team} />
      </div>
      {dialog === 'add' && <AddMembers team={team} onClose={close} />}
      {dialog === 'rename' && <RenameTeam team={team} onClose={close} />}
    </>
  )
}

function Reach({ team }: { readonly team: TeamView }) {
  const t = peopleWords()
  const reached = folders.value.flatMap((folder) =>
    folder.grants.filter((grant) => grant.to.id === team.team).map(({ level }) => ({ folder, level })),
  )
  return (
    <>
      <h3>{t.teamFolders}</h3>
      {reached.length + team.unseenFolders === 0 && <p class="c-soft">{t.teamNoFolders}</p>}
      <ul class="c-grants" aria-label={t.teamFolders}>
        {reached.map(({ folder, level }) => (
          <li key={folder.folder}>
            <span class="c-who">
              <Link to={pathTo({ at: 'folder', folder: folder.folder })}>{folder.name}</Link>
            </span>
            <LevelChip level={level} />
          </li>
        ))}
        {team.unseenFolders > 0 && <li class="c-soft">{t.unseenFolders(team.unseenFolders)}</li>}
      </ul>
    </>
  )
}
