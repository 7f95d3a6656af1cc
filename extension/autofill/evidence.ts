import type { Group } from './group-fields.ts'
import { isSending, isSendingLink, type Mark } from './read-marks.ts'
import { parentOf, isRendered } from './visible.ts'
import { normalize, mentions, type Concept } from './vocabulary/words.ts'
import * as weights from './weights.ts'

/** The words around a group's fields, by their place. Each text is normalised by `normalize`. */
export interface Words {
  /** the button that sends the form */
  goOn: Element | null
  /** its text */
  button: string
  headings: string[]
  links: string
  boxes: string
  /** id, name, class and action of the form and the elements around it */
  names: string
  title: string
}

/** Returns the words around a group. A button after the field `last` is preferred as the one that sends the form. */
export function readWords(group: Group, last: Element): Words {
  const seen = (mark: Mark): boolean => isRendered(mark.element)
  const sending = group.marks.filter((mark) => isSending(mark) && seen(mark))
  const after = sending.filter((mark) => isAfter(mark.element, last))
  const button =
    mainButton(after) ??
    mainButton(sending) ??
    group.marks.find((mark) => isSendingLink(mark) && isAfter(mark.element, last) && seen(mark)) ??
    mainButton(group.after.filter((mark) => mark.is === 'button' && seen(mark)))
  const texts = (marks: Mark[], is: Mark['is']): string[] =>
    marks.filter((mark) => mark.is === is && textOf(mark) !== '' && seen(mark)).map(textOf)
  return {
    goOn: button?.element ?? null,
    button: textOf(button),
    headings: [...texts(group.before, 'heading').slice(-2), ...texts(group.marks, 'heading')],
    links: [...texts(group.marks, 'link'), ...texts(group.marks, 'button'), ...texts(group.after, 'link')].join(' '),
    boxes: texts(group.marks, 'box').join(' '),
    names: namesOf(group.form ?? last),
    title: normalize(last.ownerDocument.title),
  }
}

function isAfter(element: Element, other: Element): boolean {
  return (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) === 0
}

function textOf(mark: Mark | null): string {
  return mark === null || mark.is === 'field' ? '' : mark.text()
}

/** Returns the first submit button with a text other than "forgot?"; else the first button with such a text; else the first button. */
function mainButton(marks: Mark[]): Mark | null {
  const withText = marks.filter((mark) => textOf(mark) !== '' && !mentions('forgot', textOf(mark)))
  return (
    withText.find(({ element }) => element.matches('[type=submit], [type=image]')) ?? withText[0] ?? marks[0] ?? null
  )
}

function namesOf(start: Element): string {
  const names: string[] = []
  let at: Element | null = start
  for (let step = 0; at !== null && step < 4 && at.localName !== 'body'; step += 1, at = parentOf(at)) {
    const action =
      at.localName === 'form'
        ? (at.getAttribute('action') ?? '').replace(/[?#].*$/, '').replace(/^\w+:\/\/[^/]*/, '')
        : ''
    names.push(at.id, at.getAttribute('name') ?? '', at.getAttribute('class') ?? '', action)
  }
  return normalize(names.join(' '))
}

/** Returns how strongly the words state a purpose: the sum of the weights of the places that say it and do not also say `unless`. */
export function weigh(concept: Concept, words: Words, unless?: Concept): number {
  const states = (text: string): boolean => mentions(concept, text) && !(unless !== undefined && mentions(unless, text))
  return (
    (states(words.button) ? weights.ON_BUTTON : 0) +
    (words.headings.some(states) ? weights.IN_HEADING : 0) +
    (states(words.names) ? weights.IN_NAMES : 0) +
    (states(words.title) ? weights.IN_TITLE : 0)
  )
}
