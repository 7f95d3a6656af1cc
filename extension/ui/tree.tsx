import { ChevronRight } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ClientBar } from './client-bar.tsx'
import { ancestorsOf, rowsOf, treeKey, typeahead, type TreeNode, type TreeRow } from './tree-keys.ts'
import './tree.css'

const TYPING_ENDS_AFTER = 700

export interface TreeProps {
  /** What the tree contains, for screen readers: "Folders". */
  readonly label: string
  readonly nodes: readonly TreeNode[]
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  /** Ids that are open at first; the ancestors of the selected node always are. */
  readonly open?: readonly string[]
}

/** The folder tree, after the ARIA tree pattern: one stop for Tab, arrows within, letters go to labels. */
export function Tree({ label, nodes, selected, onSelect, open: openAtFirst = [] }: TreeProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(openAtFirst))
  const [focused, setFocused] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', at: 0 })

  // A new selection opens its way down, also when its node comes later; a person may close it again.
  const above = selected === null ? [] : ancestorsOf(nodes, selected)
  useEffect(() => {
    if (above.length > 0) setOpen((now) => new Set([...now, ...above]))
  }, [selected, above.join(' ')])

  const rows = rowsOf(nodes, open)
  const isDrawn = rows.some((row) => row.node.id === selected)
  // A folder that was just made, or reached by a link, may lie below the edge of a long tree.
  useEffect(() => {
    if (isDrawn) box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selected, isDrawn])

  const shown = (id: string | null) => rows.some((row) => row.node.id === id)
  const stop = shown(focused) ? focused : shown(selected) ? selected : (rows[0]?.node.id ?? null)

  const setNode = (id: string, isOpen: boolean) => {
    const next = new Set(open)
    if (isOpen) next.add(id)
    else next.delete(id)
    setOpen(next)
  }
  const focus = (id: string) => {
    setFocused(id)
    box.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus()
  }
  const pick = (id: string) => {
    if (rows.find((row) => row.node.id === id)?.node.off !== true) onSelect(id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (stop === null || event.ctrlKey || event.metaKey || event.altKey) return
    const act = treeKey(rows, stop, event.key) ?? letter(event)
    if (!act) return
    event.preventDefault()
    if (act.do === 'focus') focus(act.id)
    else if (act.do === 'select') pick(act.id)
    else setNode(act.id, act.do === 'open')
  }
  const letter = (event: KeyboardEvent) => {
    if (stop === null || event.key.length !== 1) return null
    const goesOn = event.timeStamp - typed.current.at < TYPING_ENDS_AFTER
    typed.current = { text: (goesOn ? typed.current.text : '') + event.key, at: event.timeStamp }
    const id = typeahead(rows, stop, typed.current.text)
    return id === null ? null : { do: 'focus' as const, id }
  }

  return (
    <div class="ui-tree" role="tree" aria-label={label} ref={box} onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <Row
          key={row.node.id}
          row={row}
          selected={row.node.id === selected}
          stop={row.node.id === stop}
          onSelect={() => {
            setFocused(row.node.id)
            pick(row.node.id)
          }}
          onTwist={() => {
            setNode(row.node.id, row.open === false)
          }}
        />
      ))}
    </div>
  )
}

interface RowProps {
  readonly row: TreeRow
  readonly selected: boolean
  readonly stop: boolean
  readonly onSelect: () => void
  readonly onTwist: () => void
}

function Row({ row, selected, stop, onSelect, onTwist }: RowProps) {
  const { node, level, position, of, open } = row
  return (
    <div
      class="ui-tree-row"
      role="treeitem"
      data-id={node.id}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={of}
      aria-expanded={open ?? undefined}
      aria-selected={selected}
      aria-disabled={node.off ?? undefined}
      tabIndex={stop ? 0 : -1}
      style={{ '--depth': level - 1 }}
      onClick={onSelect}
      onDblClick={open === null ? undefined : onTwist}
    >
      <span
        class="ui-tree-twist"
        onClick={(event) => {
          if (open === null) return
          event.stopPropagation()
          onTwist()
        }}
        onDblClick={(event) => {
          event.stopPropagation()
        }}
      >
        {open !== null && <ChevronRight size={16} aria-hidden="true" />}
      </span>
      {node.hue !== undefined && node.hue !== null && <ClientBar hue={node.hue} />}
      <span class="ui-tree-label ui-cut" title={node.label}>
        {node.label}
      </span>
      {node.marks?.map(({ icon: Icon, label }) => (
        <span key={label} class="ui-tree-mark" title={label}>
          <Icon size={12} strokeWidth={2.5} role="img" aria-label={label} />
        </span>
      ))}
      {node.badge && <span class="ui-tree-badge">{node.badge}</span>}
    </div>
  )
}
