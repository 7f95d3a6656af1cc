import { expect, test } from 'vitest'
import type { SubmittedForm, WebFrame } from '../../messages/frame.ts'
import { interpretSent, judgeLogin, NOTICE_LIFE } from './notice.ts'
import type { SeenDocument, UsernameStep } from './notice.ts'

const ORIGIN = 'https://portail.example'
const frame: WebFrame = { tab: 7, documentId: 'd', origin: ORIGIN, url: `${ORIGIN}/login?next=%2F` }
const sent = (kind: SubmittedForm['kind'], values: Partial<SubmittedForm> = {}): SubmittedForm => ({
  name: 'frame.sent',
  kind,
  username: '',
  password: '',
  fresh: '',
  ...values,
})
const NOW = 1_000_000
const hear = (one: SubmittedForm, step: UsernameStep | null = null) => interpretSent(one, frame, step, NOW)

test('A sign-in is a login with its password, and the username that the page gave', () => {
  const found = hear(sent('sign-in', { username: ' agent-042 ', password: ' a b ' }))
  expect(found).toEqual({
    is: 'login',
    login: { frame, deed: 'sign-in', username: 'agent-042', password: ' a b ', old: null, at: NOW },
  })
})

test('a password alone belongs to the name of the step before, of the same origin and not long ago', () => {
  const first = hear(sent('username-step', { username: 'agent-042' }))
  expect(first).toEqual({ is: 'step', step: { origin: ORIGIN, username: 'agent-042', at: NOW } })
  const step: UsernameStep = { origin: ORIGIN, username: 'agent-042', at: NOW }
  const after = (one: UsernameStep | null) => hear(sent('password-step', { password: 'x' }), one)
  expect(after(step)).toMatchObject({ login: { username: 'agent-042' } })
  for (const other of [null, { ...step, origin: 'https://autre.example' }, { ...step, at: NOW - NOTICE_LIFE }])
    expect(after(other)).toMatchObject({ login: { username: null } })
  const named = sent('sign-in', { username: 'agent-7', password: 'x' })
  expect(hear(named, step)).toMatchObject({ login: { username: 'agent-7' } })
})

test('a change keeps the new password and the one that it was made with; a sign-up and a reset the new one', () => {
  const changed = hear(sent('change-password', { password: 'old', fresh: 'new' }))
  expect(changed).toMatchObject({ login: { deed: 'change', password: 'new', old: 'old', username: null } })
  for (const kind of ['sign-up', 'reset'] as const) {
    const made = hear(sent(kind, { username: 'a@b.example', fresh: 'new' }))
    expect(made).toMatchObject({ login: { deed: 'new', password: 'new', old: null, username: 'a@b.example' } })
  }
})

test('Leaving by a link sends no login, nor does a form without its password', () => {
  expect(hear(sent('left'))).toEqual({ is: 'left' })
  expect(hear(sent('sign-in', { username: 'x' }))).toEqual({ is: 'left' })
  expect(hear(sent('change-password', { password: 'old' }))).toEqual({ is: 'left' })
})

const seen = (one: Partial<SeenDocument> = {}): SeenDocument => ({
  isSame: false,
  status: 200,
  isBusy: false,
  isWrong: false,
  forms: [],
  ...one,
})
const form = (kind: string, isEmpty = true) => ({ kind, isEmpty })
const signIn = (...all: SeenDocument[]) => judgeLogin({ deed: 'sign-in' }, all)

test('a sign-in seems to have worked where the page that it led to asks for none', () => {
  expect(signIn(seen())).toBe('worked')
  for (const kind of ['second-factor', 'change-password', 'none', 'sign-up'])
    expect(signIn(seen({ forms: [form(kind)] }))).toBe('worked')
})

test('the same form again means no, filled or not, in whichever frame; so does any of its steps', () => {
  for (const kind of ['sign-in', 'password-step', 'username-step'])
    for (const isEmpty of [true, false])
      expect(signIn(seen(), seen({ forms: [form('none'), form(kind, isEmpty)] }))).toBe('failed')
})

test('An HTTP error means refused, even if the page shows nothing', () => {
  expect(signIn(seen({ status: 401 }))).toBe('failed')
  // The page that has sent it came long before.
  expect(signIn(seen({ status: 401, isSame: true }))).toBe('worked')
})

test('Between two documents there is nothing to judge by, so it waits', () => {
  expect(signIn()).toBe('waits')
})

test('in the page that has sent it: filled it waits, switched off it waits, emptied means no, gone means yes', () => {
  const here = (one: Partial<SeenDocument>) => signIn(seen({ isSame: true, ...one }))
  expect(here({ forms: [form('sign-in', false)] })).toBe('waits')
  expect(here({ isBusy: true })).toBe('waits')
  expect(here({ forms: [form('sign-in')] })).toBe('failed')
  expect(here({})).toBe('worked')
})

test('a change leaves its empty form behind, and says so where it was refused', () => {
  const change = (one: Partial<SeenDocument>) => judgeLogin({ deed: 'change' }, [seen(one)])
  for (const isSame of [true, false]) {
    expect(change({ isSame, forms: [form('change-password')] })).toBe('worked')
    expect(change({ isSame, forms: [form('change-password')], isWrong: true })).toBe('failed')
  }
  expect(change({ forms: [form('sign-in')] })).toBe('worked')
  expect(change({ isSame: true, forms: [form('change-password', false)] })).toBe('waits')
})

test('a sign-up leads to a sign-in, and a reset too', () => {
  expect(judgeLogin({ deed: 'new' }, [seen({ forms: [form('sign-in')] })])).toBe('worked')
  expect(judgeLogin({ deed: 'new' }, [seen({ forms: [form('sign-up')] })])).toBe('failed')
  expect(judgeLogin({ deed: 'new' }, [seen({ forms: [form('reset')] })])).toBe('failed')
})
