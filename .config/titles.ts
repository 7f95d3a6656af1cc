import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'

const folders = ['shared', 'server', 'extension', 'verify', 'tests', 'e2e', '.config']

/** Every test file below a folder, or below all folders of ours: paths from the root of the repository, in order. */
export const testsBelow = (...below: string[]): string[] =>
  (below.length === 0 ? folders : below)
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path))
    .sort()

/** The titles of the tests in a source text, those of `test.each` too, as they are written there. A skipped test has none. */
export function titlesOf(source: string, name = 'a.test.ts'): string[] {
  const titles: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && runsTest(node.expression)) {
      const [title] = node.arguments
      if (title !== undefined && ts.isStringLiteralLike(title)) titles.push(title.text)
      else if (title !== undefined && ts.isTemplateExpression(title)) titles.push(title.getText(file).slice(1, -1))
    }
    ts.forEachChild(node, visit)
  }
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest)
  visit(file)
  return titles
}

/** Whether this is `test` itself, or `test.each(…)` or `test.runIf(…)`: none of those that do not run, as `test.skip`. */
function runsTest(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 'test'
  if (ts.isCallExpression(callee)) return runsTest(callee.expression)
  if (ts.isPropertyAccessExpression(callee))
    return ['each', 'runIf'].includes(callee.name.text) && runsTest(callee.expression)
  return false
}

/** The titles of the tests in a file. Throws where there is no such file. */
export const titlesIn = (path: string): string[] => titlesOf(readFileSync(path, 'utf8'), path)

/** The promises (P), attacks (S) and findings (H, M, L) that a title names at its start: `P5 S7: …` names two. */
export function idsOf(title: string): string[] {
  const [, ids] = /^((?:[PSHML]\d+ )*[PSHML]\d+): /.exec(title) ?? []
  return ids?.split(' ') ?? []
}
