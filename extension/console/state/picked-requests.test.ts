import { beforeEach, expect, test } from 'vitest'
import { newInvitationId, newMemberId } from '../../../shared/bytes/ids.ts'
import type { InvitationView } from '../../messages/views.ts'
import { invitationChoice, isWeighty, requestChoice } from './picked-requests.ts'
import { partsOf, withoutPart } from './act-parts.ts'

const request = (name: string, more: Partial<InvitationView> = {}): InvitationView => ({
  invitation: newInvitationId(),
  name,
  email: `${name}@atlas.example`,
  role: 'member',
  teams: [],
  expires: 0,
  replaces: null,
  state: 'asked',
  mayCancel: true,
  mayRenew: false,
  mayLetIn: true,
  askedAt: 0,
  ...more,
})

beforeEach(() => {
  requestChoice.chooseAll(false)
  invitationChoice.chooseAll(false)
})

test('an owner and whoever comes back under new keys are weighed alone', () => {
  expect(isWeighty(request('ana'))).toBe(false)
  expect(isWeighty(request('bo', { role: 'admin' }))).toBe(false)
  expect(isWeighty(request('cy', { role: 'owner' }))).toBe(true)
  expect(isWeighty(request('di', { replaces: newMemberId() }))).toBe(true)
})

test('what is chosen and no longer there is neither let in nor cancelled', () => {
  for (const choice of [requestChoice, invitationChoice]) {
    choice.choose(request('ana'), true)
    expect(choice.chosen.value).toEqual([])
  }
})

test('newcomers and invitations are parts of an act, each to be taken back but the last', () => {
  const [one, other] = [newInvitationId(), newInvitationId()]
  for (const act of ['approve-many', 'cancel-invitations'] as const) {
    const both = { do: act, invitations: [one, other] }
    expect(partsOf(both)).toEqual([one, other])
    expect(withoutPart(both, one)).toEqual({ do: act, invitations: [other] })
    const last = { do: act, invitations: [other] }
    expect(withoutPart(last, other)).toBe(last)
  }
})
