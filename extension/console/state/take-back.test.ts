import { beforeEach, expect, test, vi } from 'vitest'
import { newMemberId, newTeamId } from '../../../shared/bytes/ids.ts'
import { partsOf, withoutPart } from './act-parts.ts'
import { forgetSheet, openReview, putBack, sheet, takeBack, takenBack } from './sheet.ts'

const [ana, bo, cy] = [newMemberId(), newMemberId(), newMemberId()]
const adds = { do: 'set-members' as const, team: newTeamId(), added: [ana, bo], removed: [cy] }
const asked: unknown[] = []
const sendMessage = ({ input }: { input: unknown }) => {
  asked.push(input)
  return Promise.resolve({ ok: true, value: { gains: [], loses: [] } })
}
beforeEach(() => {
  vi.stubGlobal('chrome', { runtime: { sendMessage } })
  forgetSheet()
  asked.length = 0
})

test('the people of an act are its parts, and the last one stays', () => {
  expect(partsOf(adds)).toEqual([ana, bo, cy])
  expect(withoutPart(adds, bo)).toEqual({ ...adds, added: [ana] })
  const alone = { do: 'remove-members' as const, members: [ana] }
  expect(withoutPart(alone, ana)).toBe(alone)
  expect(partsOf({ do: 'remove-member', member: ana })).toEqual([])
})

test('who is taken back is out of what is judged and signed, and comes back as last out first in', async () => {
  await openReview(adds)
  await takeBack(ana)
  await takeBack(cy)
  expect(sheet.value).toMatchObject({ state: 'review', intent: { added: [bo], removed: [] } })
  await takeBack(bo)
  expect(takenBack.value).toHaveLength(2)
  await putBack()
  expect(sheet.value).toMatchObject({ intent: { added: [bo], removed: [cy] } })
  await putBack()
  await putBack()
  expect(asked.at(-1)).toEqual(adds)
  expect(takenBack.value).toEqual([])
})

test('another act begins with nothing taken back', async () => {
  await openReview(adds)
  await takeBack(ana)
  await openReview({ do: 'remove-members', members: [ana, bo] })
  expect(takenBack.value).toEqual([])
})
