import { ChevronRight } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { carried, heldOver, putDown, takeUp, type Load } from './carried.ts'
import { ClientBar } from './client-bar.tsx'
import { DragHandle, DropPlace } from './drag.tsx'
import { ancestorsOf, rowsOf, treeKey, typeahead, type TreeNode, type TreeRow } from './tree-keys.ts'
import './tree.css'

const TYPING_ENDS_AFTER = 700
/** A branch over which a load is held for so long opens. */
const OPENS_AFTER = 700

/** How loads get into the tree and out of it: dragged, or by Ctrl+X and Ctrl+V. */
export interface TreeCarry {
  /** What is taken up with this node; null where it may not be moved. */
  readonly loadOf: (id: string) => Load | null
  readonly takes: (load: Load, id: string) => boolean
  readonly bring: (load: Load, id: string) => void
  /** Somebody tried to cut what may not be moved. */
  readonly onRefused: (id: string) => void
}

export interface TreeProps {
  /** What the tree contains, for screen readers: "Folders". */
  readonly label: string
  readonly nodes: readonly TreeNode[]
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  /** Ids that are open at first; the ancestors of the selected node always are. */
  readonly open?: Iterable<string>
  /** Keeps what is open for the caller, who then gives it as `open` at each drawing. Without it the tree forgets it as it goes. */
  readonly onOpen?: (open: ReadonlySet<string>) => void
  readonly carry?: TreeCarry
}

/** The folder tree, after the ARIA tree pattern: one stop for Tab, arrows within, letters go to labels. */
export function Tree({ label, nodes, selected, onSelect, open: openGiven = [], onOpen, carry }: TreeProps) {
  const [own, setOwn] = useState<ReadonlySet<string>>(() => new Set(openGiven))
  const open: ReadonlySet<string> = onOpen ? new Set(openGiven) : own
  const setOpen = onOpen ?? setOwn
  const [focused, setFocused] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', at: 0 })

  // A new selection opens its way down, also when its node comes later; a person may close it again.
  const above = selected === null ? [] : ancestorsOf(nodes, selected)
  useEffect(() => {
    if (above.some((id) => !open.has(id))) setOpen(new Set([...open, ...above]))
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
  const load = carried.value?.load ?? null
  const over = load === null ? null : heldOver.value
  useEffect(() => {
    if (
      over === null ||
      carried.peek()?.by !== 'pointer' ||
      !rows.some(({ node, open }) => node.id === over && open === false)
    )
      return
    const later = setTimeout(() => {
      setNode(over, true)
    }, OPENS_AFTER)
    return () => {
      clearTimeout(later)
    }
  }, [over])

  /** Returns whether the key cut, put down or brought something, so that it does nothing else. */
  const carryByKey = (event: KeyboardEvent, id: string): boolean => {
    if (!carry) return false
    const cut = carried.peek()
    const key = event.key.toLowerCase()
    if (event.key === 'Escape' && cut !== null) putDown()
    else if (!event.ctrlKey && !event.metaKey) return false
    else if (key === 'x') {
      if (!takeUp('keys', carry.loadOf(id))) carry.onRefused(id)
    } else if (key === 'v' && cut !== null) {
      if (!carry.takes(cut.load, id)) return true
      putDown()
      carry.bring(cut.load, id)
    } else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (stop !== null && carryByKey(event, stop)) {
      event.preventDefault()
      return
    }
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
    <div class="ui-tree" role="tree" aria-label={label} ref={box} data-carrying={load !== null} onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <Row
          key={row.node.id}
          row={row}
          selected={row.node.id === selected}
          stop={row.node.id === stop}
          carry={carry}
          takes={load === null || carry === undefined ? null : carry.takes(load, row.node.id)}
          over={row.node.id === over}
          onFocus={() => {
            setFocused(row.node.id)
            if (carried.peek()?.by === 'keys') heldOver.value = row.node.id
          }}
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
  readonly carry: TreeCarry | undefined
  /** Whether it takes what is on its way; null while nothing is. */
  readonly takes: boolean | null
  readonly over: boolean
  readonly onFocus: () => void
  readonly onSelect: () => void
  readonly onTwist: () => void
}

function Row({ row, selected, stop, carry, takes, over, onFocus, onSelect, onTwist }: RowProps) {
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
      data-takes={takes ?? undefined}
      data-over={over}
      onFocus={onFocus}
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
      {carry && <DragHandle load={() => carry.loadOf(node.id)} />}
      {carry && (
        <DropPlace
          id={node.id}
          takes={(load) => carry.takes(load, node.id)}
          onDrop={(load) => {
            carry.bring(load, node.id)
          }}
        />
      )}
    </div>
  )
}
