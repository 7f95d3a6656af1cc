import { useEffect } from 'preact/hooks'
import { Columns } from '../../ui/columns.tsx'
import { AccessPanel } from '../folders/access-panel.tsx'
import { ChoiceDialog } from '../unsent/choice-dialog.tsx'
import { FolderPane } from '../folders/folder-pane.tsx'
import { FoldersPane } from '../folders/folders-pane.tsx'
import { FormerPerson } from '../people/former-person.tsx'
import { ItemPane } from '../items/item-pane.tsx'
import { InviteDialog } from '../people/invite-dialog.tsx'
import { KeysPane } from '../people/keys-pane.tsx'
import { LeftPane } from '../people/left-pane.tsx'
import { Gone, Nothing } from '../parts/nothing.tsx'
import { PeoplePane } from '../people/people-pane.tsx'
import { PersonPane } from '../people/person-pane.tsx'
import { PolicyPane } from '../owners/policy-pane.tsx'
import { RenewalsPane } from '../news/renewals-pane.tsx'
import { Sidebar } from './sidebar.tsx'
import { showItemsOf } from '../state/folder-items.ts'
import { folderOnScreen, pathTo, screen, type Screen } from '../state/screens.ts'
import { unsentAt } from '../state/unsent.ts'
import { folderAt, formerAt, personAt, teamAt } from '../state/world.ts'
import { TeamPane } from '../people/team-pane.tsx'
import { TeamsPane } from '../people/teams-pane.tsx'
import { UnsentDetail } from '../unsent/unsent-detail.tsx'
import { UnsentPane } from '../unsent/unsent-pane.tsx'
import { WaitPane } from '../owners/wait-pane.tsx'
import { WaitingPane } from '../owners/waiting-pane.tsx'

/** The tree, what it leads to, and the one thing chosen there. */
export function Body() {
  const now = screen.value
  const folder = folderAt(folderOnScreen(now))?.folder ?? null
  const again = now.at === 'invite-again' ? personAt(now.member) : null
  useEffect(() => {
    showItemsOf(folder)
  }, [folder])
  return (
    <div class="c-body">
      <Columns
        showing={showing(now)}
        tree={<Sidebar screen={now} />}
        list={
          <section class="c-list">
            <ListColumn now={now} />
          </section>
        }
        detail={
          <section class="c-detail">
            <DetailColumn now={now} />
          </section>
        }
      />
      {now.at === 'invite' && <InviteDialog again={null} />}
      {again !== null && <InviteDialog key={again.member} again={again} />}
      <ChoiceDialog />
    </div>
  )
}

function showing(now: Screen): 'tree' | 'list' | 'detail' {
  switch (now.at) {
    case 'folders':
      return 'tree'
    case 'folder':
    case 'teams':
    case 'people':
    case 'invite':
    case 'keys':
    case 'unsent':
    case 'waiting':
    case 'policy':
    case 'renewals':
    case 'left':
      return 'list'
    case 'item':
    case 'edit':
    case 'new':
    case 'access':
    case 'team':
    case 'person':
    case 'unsent-edit':
    case 'invite-again':
    case 'wait':
    case 'former':
      return 'detail'
  }
}

function ListColumn({ now }: { readonly now: Screen }) {
  switch (now.at) {
    case 'folders':
      return <FoldersPane />
    case 'folder':
    case 'access':
    case 'new':
    case 'item':
    case 'edit': {
      const folder = folderAt(now.folder)
      return folder === null ? <Gone /> : <FolderPane key={folder.folder} folder={folder} />
    }
    case 'teams':
    case 'team':
      return <TeamsPane selected={now.at === 'team' ? now.team : null} />
    case 'keys':
      return <KeysPane />
    case 'people':
    case 'invite':
    case 'person':
    case 'invite-again':
      return <PeoplePane selected={'member' in now ? now.member : null} />
    case 'left':
    case 'former':
      return <LeftPane selected={now.at === 'former' ? now.member : null} />
    case 'waiting':
    case 'wait':
      return <WaitingPane selected={now.at === 'wait' ? now.wait : null} />
    case 'policy':
      return <PolicyPane />
    case 'unsent':
    case 'unsent-edit':
      return <UnsentPane selected={now.at === 'unsent-edit' ? now.item : null} />
    case 'renewals':
      return <RenewalsPane />
  }
}

function DetailColumn({ now }: { readonly now: Screen }) {
  switch (now.at) {
    case 'folders':
    case 'teams':
    case 'people':
    case 'invite':
    case 'keys':
    case 'unsent':
    case 'waiting':
    case 'policy':
    case 'renewals':
    case 'left':
      return <Nothing at={now.at} />
    case 'wait':
      return <WaitPane key={now.wait} id={now.wait} />
    case 'folder':
    case 'access': {
      const folder = folderAt(now.folder)
      return folder === null ? null : <AccessPanel key={folder.folder} folder={folder} />
    }
    case 'new':
    case 'item':
    case 'edit': {
      const folder = folderAt(now.folder)
      const item = 'item' in now ? now.item : null
      return folder === null ? null : (
        <ItemPane key={`${folder.folder}/${item ?? ''}`} folder={folder} wanted={item} editing={now.at !== 'item'} />
      )
    }
    case 'unsent-edit': {
      const edit = unsentAt(now.item)
      return edit === null ? (
        <Nothing at="unsent" />
      ) : (
        <UnsentDetail key={edit.item} edit={edit} above={pathTo.unsent} />
      )
    }
    case 'team': {
      const team = teamAt(now.team)
      return team === null ? <Gone /> : <TeamPane key={team.team} team={team} />
    }
    case 'former': {
      const person = formerAt(now.member)
      return person === null ? <Gone /> : <FormerPerson key={person.member} person={person} />
    }
    case 'person':
    case 'invite-again': {
      const person = personAt(now.member)
      return person === null ? <Gone /> : <PersonPane key={person.member} person={person} />
    }
  }
}
