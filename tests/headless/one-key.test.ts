import { expect, test } from 'vitest'
import { hire, need, newOrg, PIN } from './org.ts'
import { join, look, newPerson, refresh, sign } from './person.ts'

// What an owner with one key is told while there are too few owners to let them back in.

test('an owner with one key is warned until there are three owners, since of two the other cannot let them back in', async () => {
  const { stack: other, owner } = await newOrg()
  const warned = async () => {
    await refresh(owner)
    const { status } = await look(owner)
    return status.state === 'unlocked' ? status.warnings.filter(({ kind }) => kind === 'only-one-key') : null
  }
  expect(await warned()).toEqual([{ kind: 'only-one-key', owners: 1 }])
  const { person: mona } = await hire(other, owner, 'Mona', 'owner')
  expect(await warned()).toEqual([{ kind: 'only-one-key', owners: 2 }])
  const { code } = await sign(owner, {
    do: 'invite',
    name: 'Nora',
    email: 'nora@atlas.example',
    role: 'owner',
    teams: [],
  })
  await join(newPerson(), other.origin, need(code), PIN)
  await refresh(owner)
  const asked = need((await look(owner)).invitations.find(({ state }) => state === 'asked'))
  await sign(owner, { do: 'approve', invitation: asked.invitation })
  await refresh(mona)
  await sign(mona, { do: 'approve-proposal', proposed: need((await look(mona)).proposals.at(-1)).proposed })
  expect(await warned()).toEqual([])
  await other.stop()
})
