import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type IForbiddenRuleType } from 'dependency-cruiser'
import { z } from 'zod'
import { arrowRules, reachRules } from './layers.ts'

const folders = ['shared', 'extension', 'server', 'verify', 'tests', 'e2e']

const outcome = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

export interface Findings {
  modules: number
  breaches: string[]
}

/**
 * Holds the layer rules against a tree.
 * @param root folder that holds shared/, extension/, server/ (those that exist)
 * @returns how many modules were seen and a line for each breach, naming its rule
 */
export async function findBreaches(root: string): Promise<Findings> {
  const direct = await run(root, arrowRules, 'specify')
  // Types leave no code behind, and `reachable` cannot tell them apart: here they are not seen at all.
  const reached = await run(root, reachRules, false)
  return { modules: Math.min(direct.modules, reached.modules), breaches: [...direct.breaches, ...reached.breaches] }
}

async function run(root: string, forbidden: IForbiddenRuleType[], types: 'specify' | false): Promise<Findings> {
  const { output } = await cruise(
    folders.filter((folder) => existsSync(join(root, folder))),
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden },
      tsPreCompilationDeps: types,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^\\.(output|wxt)/' },
    },
    { conditionNames: ['import', 'types', 'node', 'default'], exportsFields: ['exports'] },
    { tsConfig: { options: {} } },
  )
  const { summary } = outcome.parse(output)
  return {
    modules: summary.totalCruised,
    breaches: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  }
}
