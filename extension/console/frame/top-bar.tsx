import { CircleQuestionMark, CloudOff, Lock, Search } from 'lucide-preact'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Link } from '../../ui/link.tsx'
import { Mark } from '../../ui/mark.tsx'
import { clockOf } from '../../ui/time.ts'
import { common } from '../../words/common.ts'
import { consoleWords } from '../../words/console.ts'
import { unsentWords } from '../../words/console-unsent.ts'
import { findingWords } from '../../words/finding.ts'
import { finding } from '../state/finding.ts'
import { lockNow } from '../state/lock-now.ts'
import { firstStepWords } from '../../words/first-steps.ts'
import { LedgerHead } from './ledger-head.tsx'
import { openHelp } from './shortcuts.tsx'
import { pathTo } from '../state/screens.ts'
import type { Unlocked } from '../state/world.ts'

/** Shows the organisation, the person who unlocked, how fresh the data is, and the button that locks. */
export function TopBar({ status }: { readonly status: Unlocked }) {
  const { me, orgName } = status
  return (
    <header class="c-top">
      <h1 class="ui-unseen">{consoleWords().pageTitle}</h1>
      <Mark size={24} />
      <strong class="c-org ui-cut" title={orgName}>
        {orgName}
      </strong>
      <button type="button" class="c-find" aria-keyshortcuts="Control+K Meta+K" onClick={() => (finding.value = true)}>
        <Search size={16} aria-hidden="true" />
        <span>{findingWords().find}</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      <Freshness status={status} />
      <span class="c-me">
        <span class="ui-cut">{me.name}</span>
        <span class="c-soft">{common().roles[me.role]}</span>
      </span>
      <IconButton icon={CircleQuestionMark} label={firstStepWords().help} onClick={openHelp} />
      <Button size="small" icon={Lock} onClick={() => void lockNow()}>
        {common().lock}
      </Button>
    </header>
  )
}

/** P5: shows the head of the ledger and its age. Two people who compare them notice that a server withholds entries. */
function Freshness({ status }: { readonly status: Unlocked }) {
  const t = consoleWords()
  const { connection, unsent } = status
  return (
    <span class="c-fresh">
      <LedgerHead status={status} />
      <span role="status">
        {connection.state === 'live' ? (
          <span class="c-live">{t.live}</span>
        ) : (
          <Badge kind="warn" icon={CloudOff}>
            {t.retrying(clockOf(connection.since))}
          </Badge>
        )}
      </span>
      {unsent > 0 && <Link to={pathTo({ at: 'unsent' })}>{unsentWords().count(unsent)}</Link>}
    </span>
  )
}
