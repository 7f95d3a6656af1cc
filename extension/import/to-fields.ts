import { toBase64url } from '../../shared/bytes/base64url.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import { readOtpSeed } from '../../shared/bytes/otp-seed.ts'
import type { ItemFields } from '../messages/item-fields.ts'
import type { ImportedLogin, ImportProblem } from './imported.ts'

/** The most of each that a login of ours holds; `messages/item-fields.ts` checks the same. */
const most = {
  name: 200,
  username: 500,
  password: 5_000,
  address: 2_048,
  urls: 50,
  custom: 20,
  label: 100,
  value: 5_000,
}
const mostOf = { totp: 1_000, notes: 20_000, tag: 40, tags: 20, files: 20, fileBytes: 100_000, history: 10 }

export type Fitted = {
  fields: ItemFields
  history: { password: string; until: number }[]
  problems: ImportProblem[]
}

/**
 * Returns a login in the fields of ours. What has no room goes to the notes, under its label; what has no room there either is named as
 * a problem. `now` stands for the times of earlier passwords that the source does not say.
 */
export function toFields(login: ImportedLogin, now: number): Fitted {
  const problems: ImportProblem[] = []
  const note = (code: ImportProblem['code'], what: string) =>
    void problems.push({ at: login.at, name: login.name, code, what })
  const spill: { label: string; value: string }[] = []
  /** Keeps a value that is short enough; moves a longer one to the notes whole. */
  const fit = (value: string, limit: number, label: string): string => {
    if (value.length <= limit) return value
    spill.push({ label, value })
    return ''
  }
  const name = nameOf(login, note)
  const username = fit(login.username, most.username, 'Username')
  const password = fit(login.password, most.password, 'Password')
  const totp = fit(seedOf(login, note), mostOf.totp, 'TOTP')
  const urls = addressesOf(login, spill)
  const custom = customOf(login, spill)
  const tags = tagsOf(login, spill)
  const files = filesOf(login, note)
  const history = historyOf(login, now, note)
  if (oneLine(login.name).length > most.name) spill.push({ label: 'Name', value: login.name })
  const notes = notesOf(login, spill, note)
  const fields: ItemFields = {
    kind: login.kind,
    name,
    username,
    password,
    urls,
    custom,
    totp,
    notes,
    tags,
    files,
    afterFill: login.afterFill,
  }
  return { fields, history, problems }
}

type Note = (code: ImportProblem['code'], what: string) => void
type Spill = { label: string; value: string }[]

const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim()
/** The start of a line, without half a letter at its end. */
const cut = (text: string, limit: number) => oneLine(text.slice(0, limit))

/** A name on one line: where the source has none, the site's, else the username, else the number of the entry. */
function nameOf({ name, urls, username, at }: ImportedLogin, note: Note): string {
  const own = oneLine(name)
  if (own !== '') return cut(own, most.name)
  const host = urls.map(({ address }) => URL.parse(withScheme(address))?.hostname ?? '').find((one) => one !== '')
  const made = (host ?? oneLine(username)) || `#${at}`
  note('name-made', cut(made, most.name))
  return cut(made, most.name)
}

/** A seed that makes no code is kept where a person can read it, and named. */
function seedOf(login: ImportedLogin, note: Note): string {
  const seed = login.totp.trim()
  if (seed === '') return ''
  try {
    readOtpSeed(seed)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    note('totp-odd', 'TOTP')
  }
  return seed
}

/** Addresses without a scheme are https, as in the form. What no browser opens is kept with a login, but fills nowhere. */
const withScheme = (typed: string): string => (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed}`)

function addressesOf({ kind, urls }: ImportedLogin, spill: Spill): ItemFields['urls'] {
  const kept: ItemFields['urls'] = []
  for (const { address, match, realm } of urls) {
    const whole = kind === 'host' ? address : withScheme(address)
    const isOpened = kind === 'host' || /^https?:\/\/./i.test(whole)
    const isThere = kept.some((one) => one.address === whole && one.realm === realm)
    if (isThere) continue
    if (!isOpened || whole.length > most.address || realm.length > 200 || kept.length === most.urls)
      spill.push({ label: 'URL', value: address })
    else kept.push({ address: whole, match: match ?? 'origin', realm })
  }
  return kept
}

function customOf({ custom }: ImportedLogin, spill: Spill): ItemFields['custom'] {
  const kept: ItemFields['custom'] = []
  for (const { label, value } of custom) {
    const short = cut(label, most.label) || '…'
    if (value.length > most.value || kept.length === most.custom) spill.push({ label: oneLine(label), value })
    else kept.push({ label: short, value })
  }
  return kept
}

function tagsOf({ tags }: ImportedLogin, spill: Spill): string[] {
  const all = [...new Set(tags.map(oneLine).filter((tag) => tag !== ''))]
  const kept = all.filter((tag) => tag.length <= mostOf.tag).slice(0, mostOf.tags)
  for (const tag of all) if (!kept.includes(tag)) spill.push({ label: 'Tag', value: tag })
  return kept
}

function filesOf({ files }: ImportedLogin, note: Note): ItemFields['files'] {
  const kept: ItemFields['files'] = []
  let room = mostOf.fileBytes
  for (const { name, bytes } of files) {
    if (bytes.length > room || kept.length === mostOf.files) {
      note('file-left', name)
      continue
    }
    room -= bytes.length
    kept.push({ name: cut(name, most.name) || '…', type: '', bytes: toBase64url(bytes) })
  }
  return kept
}

function historyOf({ history }: ImportedLogin, now: number, note: Note): Fitted['history'] {
  const fits = history.filter(({ password }) => password.length <= most.password)
  const kept = fits.slice(0, mostOf.history)
  if (kept.length < history.length) note('history-left', String(history.length - kept.length))
  return kept.map(({ password, at }) => ({ password, until: Math.max(0, Math.trunc(at ?? now)) }))
}

/** What has no room elsewhere stands below the notes. Notes that are too long themselves become a file, where that has room. */
function notesOf({ notes }: ImportedLogin, spill: Spill, note: Note): string {
  const below = spill.map(({ label, value }) => `${label}: ${value}`)
  const whole = [notes, ...below].filter((one) => one !== '').join('\n')
  for (const { label } of spill) note('moved-to-notes', label)
  if (whole.length <= mostOf.notes) return whole
  note('too-large', 'Notes')
  return whole.slice(0, mostOf.notes)
}
