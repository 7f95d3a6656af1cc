import type { ComponentChild } from 'preact'
import { AccessPanel } from '../folders/access-panel.tsx'
import { ArchivedPane } from '../folders/archived-pane.tsx'
import { ClientsPane } from '../folders/clients-pane.tsx'
import { FirstSteps } from '../folders/first-steps.tsx'
import { FolderPane } from '../folders/folder-pane.tsx'
import { FoldersPane } from '../folders/folders-pane.tsx'
import { HealthList } from '../health/health-list.tsx'
import { HealthPane } from '../health/health-pane.tsx'
import { DeletedIn, DeletedPane } from '../items/deleted-pane.tsx'
import { ItemPane } from '../items/item-pane.tsx'
import { OverviewList } from '../news/overview-list.tsx'
import { OverviewPane } from '../news/overview-pane.tsx'
import { RenewalsPane } from '../news/renewals-pane.tsx'
import { ToChangePane } from '../news/to-change-pane.tsx'
import { PolicyPane } from '../owners/policy-pane.tsx'
import { WaitPane } from '../owners/wait-pane.tsx'
import { WaitingPane } from '../owners/waiting-pane.tsx'
import { Gone, Nothing } from '../parts/nothing.tsx'
import { FormerPerson } from '../people/former-person.tsx'
import { InviteButton } from '../people/invite-button.tsx'
import { InviteDialog } from '../people/invite-dialog.tsx'
import { KeysPane } from '../people/keys-pane.tsx'
import { LeftPane } from '../people/left-pane.tsx'
import { PeoplePane } from '../people/people-pane.tsx'
import { PersonPane } from '../people/person-pane.tsx'
import { FewRequests } from '../people/requests.tsx'
import { TeamPane } from '../people/team-pane.tsx'
import { TeamsPane } from '../people/teams-pane.tsx'
import { SettingsPane } from '../settings/settings-pane.tsx'
import { stepsShown } from '../state/first-steps.ts'
import { healthKinds } from '../state/health.ts'
import { withOneKey } from '../state/people-list.ts'
import { pathTo, type Screen, type ScreenName } from '../state/screens.ts'
import { unsentAt } from '../state/unsent.ts'
import { folderAt, formerAt, personAt, teamAt } from '../state/world.ts'
import { UnsentDetail } from '../unsent/unsent-detail.tsx'
import { UnsentPane } from '../unsent/unsent-pane.tsx'

/** What a screen draws in the console's columns. The tree of folders stands left of them always. */
interface Drawing<Now extends Screen> {
  /** The column that stays visible when there is no room for all. */
  readonly showing: 'tree' | 'list' | 'detail'
  /** Whether the list takes the detail's room too: for a list with columns, before one is chosen from it. */
  readonly wide?: true
  readonly list: (now: Now) => ComponentChild
  readonly detail: (now: Now) => ComponentChild
  readonly dialog?: (now: Now) => ComponentChild
}

type ScreenAt<At extends ScreenName> = Extract<Screen, { at: At }>
type InFolder = ScreenAt<'folder' | 'access' | 'new' | 'item' | 'edit' | 'deleted-in'>

const list = {
  folder: ({ folder: id }: InFolder) => {
    const folder = folderAt(id)
    return folder === null ? <Gone /> : <FolderPane key={folder.folder} folder={folder} />
  },
  people: (member: string | null) => <PeoplePane selected={member} />,
  overview: () => <OverviewPane acts={<InviteButton />} first={<FewRequests />} />,
}

const detail = {
  home: () => (stepsShown.value ? <FirstSteps /> : <Nothing at="folders" />),
  overview: () => (stepsShown.value ? <FirstSteps /> : <Nothing at="overview" />),
  access: ({ folder: id }: ScreenAt<'folder' | 'access'>) => {
    const folder = folderAt(id)
    return folder === null ? null : <AccessPanel key={folder.folder} folder={folder} />
  },
  item: (now: ScreenAt<'new' | 'item' | 'edit'>) => {
    const folder = folderAt(now.folder)
    const item = 'item' in now ? now.item : null
    return folder === null ? null : (
      <ItemPane key={`${folder.folder}/${item ?? ''}`} folder={folder} wanted={item} editing={now.at !== 'item'} />
    )
  },
  deletedIn: ({ folder: id }: ScreenAt<'deleted-in'>) => {
    const folder = folderAt(id)
    return folder === null ? null : <DeletedIn key={folder.folder} folder={folder} />
  },
  team: ({ team: id }: ScreenAt<'team'>) => {
    const team = teamAt(id)
    return team === null ? <Gone /> : <TeamPane key={team.team} team={team} />
  },
  person: ({ member }: ScreenAt<'person' | 'invite-again'>) => {
    const person = personAt(member)
    const former = formerAt(member)
    if (person === null && former !== null) return <FormerPerson key={former.member} person={former} />
    return person === null ? <Gone /> : <PersonPane key={person.member} person={person} />
  },
  former: ({ member }: ScreenAt<'former'>) => {
    const person = formerAt(member)
    return person === null ? <Gone /> : <FormerPerson key={person.member} person={person} />
  },
  unsentEdit: ({ item }: ScreenAt<'unsent-edit'>) => {
    const edit = unsentAt(item)
    if (edit === null) return <Nothing at="unsent" />
    return <UnsentDetail key={edit.item} edit={edit} above={pathTo({ at: 'unsent' })} />
  },
}

function inviteAgain({ member }: ScreenAt<'invite-again'>) {
  const again = personAt(member)
  return again === null ? null : <InviteDialog key={again.member} again={again} />
}

function healthList({ of }: ScreenAt<'health-list'>) {
  const kind = healthKinds.find((one) => one === of)
  return kind === undefined ? <Gone /> : <HealthList key={kind} of={kind} />
}

/** The drawing of each screen in `state/screens.ts`. A screen without one is a type error. */
const drawings: { readonly [At in ScreenName]: Drawing<ScreenAt<At>> } = {
  overview: { showing: 'list', list: list.overview, detail: detail.overview },
  'overview-list': {
    showing: 'detail',
    list: list.overview,
    detail: ({ list: of }) => <OverviewList key={of} list={of} />,
  },
  folders: { showing: 'tree', list: () => <FoldersPane />, detail: detail.home },
  clients: { showing: 'list', wide: true, list: () => <ClientsPane />, detail: () => <Nothing at="clients" /> },
  archived: { showing: 'list', list: () => <ArchivedPane />, detail: () => <Nothing at="clients" /> },
  'first-steps': { showing: 'detail', list: () => <FoldersPane />, detail: () => <FirstSteps /> },
  folder: { showing: 'list', list: list.folder, detail: detail.access },
  access: { showing: 'detail', list: list.folder, detail: detail.access },
  'deleted-in': { showing: 'detail', list: list.folder, detail: detail.deletedIn },
  new: { showing: 'detail', list: list.folder, detail: detail.item },
  item: { showing: 'detail', list: list.folder, detail: detail.item },
  edit: { showing: 'detail', list: list.folder, detail: detail.item },
  teams: {
    showing: 'list',
    wide: true,
    list: () => <TeamsPane selected={null} />,
    detail: () => <Nothing at="teams" />,
  },
  team: { showing: 'detail', list: ({ team }) => <TeamsPane selected={team} />, detail: detail.team },
  people: { showing: 'list', wide: true, list: () => list.people(null), detail: () => <Nothing at="people" /> },
  'one-key': {
    showing: 'list',
    wide: true,
    list: () => <PeoplePane selected={null} start={withOneKey} />,
    detail: () => <Nothing at="people" />,
  },
  invite: {
    showing: 'list',
    list: () => list.people(null),
    detail: () => <Nothing at="invite" />,
    dialog: () => <InviteDialog again={null} />,
  },
  person: { showing: 'detail', list: ({ member }) => list.people(member), detail: detail.person },
  'invite-again': {
    showing: 'detail',
    list: ({ member }) => list.people(member),
    detail: detail.person,
    dialog: inviteAgain,
  },
  left: { showing: 'list', list: () => <LeftPane selected={null} />, detail: () => <Nothing at="left" /> },
  former: { showing: 'detail', list: ({ member }) => <LeftPane selected={member} />, detail: detail.former },
  waiting: { showing: 'list', list: () => <WaitingPane selected={null} />, detail: () => <Nothing at="waiting" /> },
  wait: {
    showing: 'detail',
    list: ({ wait }) => <WaitingPane selected={wait} />,
    detail: ({ wait }) => <WaitPane key={wait} id={wait} />,
  },
  unsent: { showing: 'list', list: () => <UnsentPane selected={null} />, detail: () => <Nothing at="unsent" /> },
  'unsent-edit': {
    showing: 'detail',
    list: ({ item }) => <UnsentPane selected={item} />,
    detail: detail.unsentEdit,
  },
  deleted: { showing: 'list', list: () => <DeletedPane />, detail: () => <Nothing at="deleted" /> },
  'to-change': { showing: 'list', list: () => <ToChangePane />, detail: () => <Nothing at="to-change" /> },
  renewals: { showing: 'list', list: () => <RenewalsPane />, detail: () => <Nothing at="renewals" /> },
  keys: { showing: 'list', list: () => <KeysPane />, detail: () => <Nothing at="keys" /> },
  health: { showing: 'list', list: () => <HealthPane selected={null} />, detail: () => <Nothing at="health" /> },
  'health-list': {
    showing: 'detail',
    list: ({ of }) => <HealthPane selected={healthKinds.find((kind) => kind === of) ?? null} />,
    detail: healthList,
  },
  settings: { showing: 'list', list: () => <SettingsPane />, detail: () => <Nothing at="settings" /> },
  policy: { showing: 'list', list: () => <PolicyPane />, detail: () => <Nothing at="policy" /> },
}

/** The drawing of one screen. What it returns may be asked to draw that same screen only. */
const drawingOf = <At extends ScreenName>(now: { at: At }): Drawing<ScreenAt<At>> => drawings[now.at]

type Props = { readonly now: Screen }

export const ListColumn = ({ now }: Props) => drawingOf(now).list(now)
export const DetailColumn = ({ now }: Props) => drawingOf(now).detail(now)
/** The dialog that stands over the columns; nothing on most screens. */
export const ScreenDialog = ({ now }: Props) => drawingOf(now).dialog?.(now) ?? null

/** Whether the list of the screen takes the room of both columns. */
export const isWide = (now: Screen) => drawingOf(now).wide === true

/** Which column of the screen stays where there is no room for all. */
export const showingOf = (now: Screen) => drawingOf(now).showing
