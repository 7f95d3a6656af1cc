import { signal } from '@preact/signals'
import { carried, putDown } from '../../ui/carried.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { navigate } from '../../ui/router.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { carryWords } from '../../words/carry.ts'
import { siteWords } from '../../words/site.ts'
import { firstStepWords } from '../../words/first-steps.ts'
import { consoleWords } from '../../words/console.ts'
import { findingWords } from '../../words/finding.ts'
import { mayOpenSite, openSite } from '../items/open-site.tsx'
import { rows } from '../state/folder-items.ts'
import { folderOnScreen, pathTo, screen, upFrom } from '../state/screens.ts'
import { WhereThingsAre } from './where-things-are.tsx'
import { canEdit, folderAt } from '../state/world.ts'

const shown = signal(false)

/** Opens the help: where things are, and the keys. */
export const openHelp = (): void => {
  shown.value = true
}

function focusFilter(): void {
  document.querySelector<HTMLElement>('.c-list input[type=search]')?.focus()
}

function newLogin(): void {
  const folder = folderAt(folderOnScreen(screen.peek()))
  if (folder !== null && canEdit(folder)) navigate(pathTo({ at: 'new', folder: folder.folder }))
}

function edit(): void {
  const now = screen.peek()
  if (now.at !== 'item') return
  const folder = folderAt(now.folder)
  if (folder !== null && canEdit(folder)) navigate(pathTo({ at: 'edit', folder: now.folder, item: now.item }))
}

function open(): void {
  const now = screen.peek()
  if (now.at !== 'item') return
  const folder = folderAt(now.folder)
  const row = rows()?.find(({ item }) => item === now.item)
  if (folder !== null && row !== undefined && mayOpenSite(folder, row)) void openSite(row)
}

function up(): void {
  if (carried.peek() !== null) {
    putDown()
    return
  }
  const above = upFrom(screen.peek())
  if (above !== null) navigate(above)
}

/** The keys that act anywhere in the console, and the help, which tells them and where things are. */
export function Shortcuts() {
  useHotkeys({
    '/': focusFilter,
    n: newLogin,
    e: edit,
    o: open,
    Escape: up,
    '?': openHelp,
  })
  const t = consoleWords()
  const h = firstStepWords()
  if (!shown.value) return null
  const keys = [
    { key: '↑ ↓', does: t.keys.arrows },
    { key: 'Enter', does: t.keys.enter },
    { key: 'Ctrl K', does: findingWords().findHint },
    { key: '/', does: t.keys.filter },
    { key: 'n', does: t.keys.newLogin },
    { key: 'e', does: t.keys.edit },
    { key: 'o', does: siteWords().open },
    { key: 'Ctrl X', does: carryWords().keys.cut },
    { key: 'Ctrl V', does: carryWords().keys.paste },
    { key: 'Esc', does: t.keys.escape },
    { key: '?', does: t.keys.help },
  ]
  const close = () => {
    shown.value = false
  }
  return (
    <Dialog title={h.help} onClose={close}>
      <WhereThingsAre onGo={close} />
      <h3>{h.helpKeys}</h3>
      <dl class="c-keys">
        {keys.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
