import { afterAll, beforeAll, expect, test } from 'vitest'
import type postgres from 'postgres'
import { refresh } from '../headless/person.ts'
import { freshUnderAttack, truthOf, underAttack } from './oracle.ts'
import type { Attack } from './proxy.ts'
import { isWhole } from '../../shared/testing/whole.ts'
import { newWorld } from './world.ts'
import type { World } from './world.ts'

// The attacker writes into the server's tables: every column of every table, one at a time, in all rows.
let world: World
let sql: postgres.Sql
beforeAll(async () => {
  world = await newWorld()
  // Data for each table: an open invitation, a newer revision, a second generation.
  await world.owner.ask['act.sign'](
    { do: 'invite', name: 'Nadia', email: 'n@atlas.example', role: 'member', teams: [world.team] },
    '',
  )
  const paul = await world.hire('Paul')
  await world.owner.ask['act.sign'](
    { do: 'grant', folder: world.banque, to: { kind: 'member', id: paul.member }, level: 'edit' },
    '',
  )
  await world.owner.ask['act.sign']({ do: 'revoke', folder: world.banque, to: { kind: 'member', id: paul.member } }, '')
  await refresh(world.agent)
  sql = world.server.sql()
})
afterAll(async () => {
  await sql.end()
  await world.close()
})

type Column = { table: string; column: string; type: string }
const columns = () => sql<Column[]>`
  select table_name as table, column_name as column, data_type as type from information_schema.columns
  where table_schema = 'public' and table_name not like '\\_\\_%' and table_name not like 'kept\\_%' order by 1, ordinal_position`

/** The values that an attacker would write: one more, a day later, another row's value, another byte. */
function others({ column, type }: Column): string[] {
  const own = `"${column}"`
  switch (type) {
    case 'bigint':
    case 'integer':
      return [`${own} + 1`, `greatest(${own} - 1, 0)`]
    case 'timestamp with time zone':
      return [`${own} + interval '1 day'`, `${own} - interval '30 days'`]
    case 'bytea':
      return [`set_byte(${own}, length(${own}) - 1, get_byte(${own}, length(${own}) - 1) # 1)`, `substring(${own}, 2)`]
    case 'boolean':
      return [`not ${own}`]
    case 'text':
      return [`reverse(${own})`, `$other`]
    default:
      return []
  }
}

const honestly: Attack = (_, pass) => pass()

test('S6 P4 P5: whatever column of whatever table is changed, no desk believes what the members did not sign', async () => {
  const all = await columns()
  expect(all.length).toBeGreaterThan(60)
  const truth = await truthOf(world, world.agent)
  let tried = 0
  const told = new Map<string, number>()
  for (const one of all)
    for (const expression of others(one)) {
      const changed = await rewritten(one, expression)
      if (!changed) continue
      tried += 1
      // The ledger pins heads and profiles; the server's own bookkeeping may fail, and reports it.
      const options = { truth, heals: false, withheld: false }
      // In the short run every second change meets the desk that has seen the truth, the others a new one.
      const known =
        !isWhole && tried % 2 === 0 ? null : await underAttack(world, world.agent, honestly, undefined, options)
      const fresh = !isWhole && known !== null ? null : await freshUnderAttack(world, world.agent, honestly, options)
      for (const code of [...(known?.told ?? []), ...(fresh === null ? [] : [fresh.code ?? '', ...fresh.told])])
        told.set(code, (told.get(code) ?? 0) + 1)
      await restored(one)
      await refresh(world.witness)
      await refresh(world.agent)
    }
  expect(tried).toBeGreaterThan(60)
  // The attack had an effect: otherwise it changed nothing that matters.
  for (const code of ['tampered-ledger', 'tampered-folder:no-key', 'tampered-folder:part-missing', 'tampered-names'])
    expect([code, (told.get(code) ?? 0) > 0]).toEqual([code, true])
  expect(await truthOf(world, world.agent)).toEqual(truth)
})

/** Overwrites the column in every row and keeps the old values; false where the table refuses it or has no rows. */
async function rewritten({ table, column }: Column, expression: string): Promise<boolean> {
  const value =
    expression === '$other'
      ? `(select "${column}" from "kept_${table}" k where k."${column}" is distinct from t."${column}" limit 1)`
      : expression
  await sql.unsafe(`drop table if exists "kept_${table}"; create table "kept_${table}" as select * from "${table}"`)
  try {
    const { count } = await sql.unsafe(`update "${table}" t set "${column}" = ${value} where "${column}" is not null`)
    return count > 0
  } catch {
    return false
  }
}

async function restored({ table }: Column): Promise<void> {
  await sql.begin(async (tx) => {
    await tx.unsafe(`set local session_replication_role = replica`)
    await tx.unsafe(`delete from "${table}"; insert into "${table}" select * from "kept_${table}"`)
  })
}
