import { useEffect, useRef, useState } from 'preact/hooks'
import { Ban, ChevronRight, Folder, FolderPlus, TriangleAlert } from 'lucide-preact'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { List } from '../../ui/list.tsx'
import { RowText } from '../../ui/row-text.tsx'
import { common } from '../../words/common.ts'
import { importWords } from '../../words/importing.ts'
import type { FolderId } from '../state/ids.ts'
import { canEdit, folderAt, may } from '../state/world.ts'
import { ChoosePlace } from './choose-place.tsx'
import type { OtherPlace } from './choose-place.tsx'
import { base, choices, plan, source } from './import-state.ts'
import type { Choice, PlannedFolder } from './plan.ts'
import { pathOf } from './places.ts'
import { Problems } from './problems.tsx'
import { run } from './run-import.ts'
import { BASE, choosingFor } from './step.ts'

/** The second step: each folder of the source, how many logins it holds, and where it goes. */
export function Folders() {
  const key = choosingFor.value
  const row = plan.value.find((one) => one.key === key)
  // Where the person was in the list when they chose for a row of it.
  const last = useRef<string | null>(null)
  if (source.value === null) return null
  if (key === BASE) return <ChooseBase />
  if (row !== undefined) {
    last.current = row.key
    return <ChooseFor row={row} />
  }
  return <WhatGoesWhere last={last.current} />
}

function WhatGoesWhere({ last }: { readonly last: string | null }) {
  const t = importWords()
  const [onlyFaults, setOnlyFaults] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  // Back from a choice, the keys go on at the row that it was for.
  useEffect(() => {
    if (last !== null) list.current?.querySelector<HTMLElement>('[data-active="true"]')?.focus()
  }, [last])
  const all = plan.value.filter(({ path, logins }) => path.length > 0 || logins.length > 0)
  const faults = all.filter(({ fault }) => fault !== null)
  const rows = onlyFaults && faults.length > 0 ? faults : all
  return (
    <div class="c-import">
      <p role="status">
        <strong>{t.found(source.value?.logins.length ?? 0)}</strong>
      </p>
      {run.value.code !== null && <FailureBanner code={run.value.code} />}
      <div class="c-import-base">
        <span>
          {t.base} <strong>{base.value === null ? t.atTop : pathOf(base.value)}</strong>
        </span>
        <Button
          size="small"
          onClick={() => {
            choosingFor.value = BASE
          }}
        >
          {t.change}
        </Button>
        <span class="c-soft">{t.baseHint}</span>
      </div>
      {faults.length > 0 && (
        <Banner kind="warn" title={t.faulty(faults.length)}>
          {faults.length < all.length && (
            <Button
              size="small"
              onClick={() => {
                setOnlyFaults(!onlyFaults)
              }}
            >
              {onlyFaults ? t.showAll : t.showFaulty}
            </Button>
          )}
        </Banner>
      )}
      <div>
        <h3>{t.where}</h3>
        <span class="c-soft">{t.whereHint}</span>
      </div>
      <div class="c-import-list" ref={list} data-few={rows.length < 6}>
        <List
          label={t.where}
          rows={rows}
          idOf={({ key }) => key}
          selected={last}
          render={(row) => <FolderRow row={row} />}
          onEnter={({ key }) => {
            choosingFor.value = key
          }}
        />
      </div>
      <Problems />
    </div>
  )
}

const icons = { there: Folder, new: FolderPlus, skip: Ban } as const

function FolderRow({ row }: { readonly row: PlannedFolder }) {
  const t = importWords()
  const { path, logins, fault, target } = row
  return (
    <div
      class="c-import-row"
      data-fault={fault !== null}
      style={{ '--depth': String(Math.min(6, Math.max(0, path.length - 1))) }}
    >
      <RowText
        icon={fault === null ? icons[target.is] : TriangleAlert}
        name={path.at(-1) ?? t.loose}
        under={fault === null ? sayTarget(row) : t.faults[fault]}
      >
        {logins.length > 0 && <span class="c-soft">{common().items(logins.length)}</span>}
        <ChevronRight size={16} aria-hidden="true" />
      </RowText>
    </div>
  )
}

/** Says where a folder goes. */
function sayTarget({ target }: PlannedFolder): string {
  const t = importWords()
  if (target.is === 'skip') return t.skipped
  return target.is === 'there' ? t.there(pathOf(target.folder)) : t.made(target.name)
}

function ChooseBase() {
  const t = importWords()
  const atTop = may.value.createTopFolder || base.value === null
  return (
    <ChoosePlace
      title={t.base}
      others={atTop ? [{ to: 'top', label: t.atTop }] : []}
      now={base.value ?? 'top'}
      onChoose={(to) => {
        base.value = typeof to === 'string' ? null : to.folder
        choosingFor.value = null
      }}
    />
  )
}

function ChooseFor({ row }: { readonly row: PlannedFolder }) {
  const t = importWords()
  const choice = choices.value.get(row.key) ?? { to: 'auto' }
  const others: OtherPlace[] = row.path.length > 0 ? ['auto', 'above', 'skip'] : ['auto', 'skip']
  return (
    <ChoosePlace
      title={t.goes(row.path.join(' › ') || t.loose)}
      fits={mayEdit}
      now={choice.to === 'folder' ? choice.folder : choice.to}
      others={others.flatMap((to) => (to === 'top' ? [] : [{ to, label: t.choice[to] }]))}
      onChoose={(to) => {
        choices.value = new Map(choices.value).set(row.key, choiceOf(to))
        choosingFor.value = null
      }}
    />
  )
}

const mayEdit = (id: FolderId): boolean => {
  const folder = folderAt(id)
  return folder !== null && canEdit(folder) && folder.refused === null
}

function choiceOf(to: Parameters<Parameters<typeof ChoosePlace>[0]['onChoose']>[0]): Choice {
  if (typeof to === 'object') return { to: 'folder', folder: to.folder }
  return to === 'top' ? { to: 'auto' } : { to }
}
