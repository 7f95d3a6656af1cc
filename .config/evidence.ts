import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { idsOf, testsBelow, titlesIn } from './titles.ts'

export const evidencePage = 'docs/EVIDENCE.md'

const upTo = (letter: string, most: number) => Array.from({ length: most }, (_, i) => `${letter}${String(i + 1)}`)

/** What tests can hold: the promises of SECURITY.md, the attacks and the review's findings of docs/ATTACKS.md. */
export const ids = {
  promises: upTo('P', 10),
  attacks: upTo('S', 14),
  findings: [...upTo('H', 7), ...upTo('M', 8), ...upTo('L', 11)],
}

const head = `# Evidence

Which tests hold which promise. \`npm run evidence\` writes this page from the titles of the tests: a title begins with the
promises (P), attacks (S) and findings (H, M, L) that the test holds. A test that holds several stands under each. Nobody edits
this page: a test fails when it is not what the tree gives.

What P1 to P10 promise is in [SECURITY.md](../SECURITY.md); what the attacks and findings are, in [ATTACKS.md](ATTACKS.md). \`%s\` and
\`\${…}\` stand for one of several cases of a test. \`npm run unit -- FILE\` runs a file whose name ends in \`.test.ts\` or \`.test.tsx\`, except those below
\`server\`, \`tests/headless\` and \`tests/hostile-server\`, which \`npm run server -- FILE\` runs; \`npm run e2e -- FILE\` runs one that ends in \`.spec.ts\`.
`

/** The text of docs/EVIDENCE.md as the tests of this tree give it, as the formatter leaves it. */
export function evidence(): string {
  const tests = testsBelow().flatMap((file) => titlesIn(file).map((title) => ({ file, title, ids: idsOf(title) })))
  const section = (id: string) => {
    const own = tests.filter((test) => test.ids.includes(id))
    const files = [...new Set(own.map(({ file }) => file))]
    const listed = files.map((file) =>
      [`- \`${file}\``, ...own.filter((test) => test.file === file).map(({ title }) => `  - ${asText(title)}`)].join(
        '\n',
      ),
    )
    return `### ${id}\n\n${listed.length === 0 ? 'No test: [ATTACKS.md](ATTACKS.md) says why it is left as it is.' : listed.join('\n')}\n`
  }
  const part = (title: string, of: readonly string[]) => [`## ${title}\n`, ...of.map(section)].join('\n')
  return [head, part('Promises', ids.promises), part('Attacks', ids.attacks), part('Findings', ids.findings)].join('\n')
}

/** A title as Markdown shows it as it is, in the spelling that the formatter keeps. */
const asText = (title: string) => title.replace(/[*_<[\]]/g, '\\$&')

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(evidencePage, evidence())
