import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

/** A labelled page. `fields` holds the role of each field by its number in `data-bm`; a field without a role must get nothing. */
export interface Case {
  id: string
  /** The source of the page in the corpus beside the checkout, or `own`. */
  corpus: string
  file: string
  lang: string
  kind: string
  /** The roles for which the labels of this page are complete. */
  scored: string[]
  tags: string[]
  fields: Record<string, string>
  /** Fields that may be filled or not: neither counts. */
  ignore: string[]
  /** For each field, in order, the number of its form, or 0 for none. */
  forms: number[]
}

/** A set of labelled pages in a folder. */
export interface Labelled {
  folder: string
  cases: Case[]
}

const CORPUS = join(import.meta.dirname, '../../../shared/corpus/login-forms')

/** Returns the real pages beside the checkout, or null where they are absent. */
export function readCorpus(): Labelled | null {
  return existsSync(join(CORPUS, 'labels.json')) ? readLabelled(CORPUS) : null
}

/** Returns our own pages, of kinds that the corpus has few of. */
export function readOwn(): Labelled {
  return readLabelled(join(import.meta.dirname, 'own'))
}

function readLabelled(folder: string): Labelled {
  const { cases }: { cases: Case[] } = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8'))
  return { folder, cases }
}

/** Serves the pages at `/0`, `/1` and so on, so that no path tells the detector what a page is. */
export async function serveLabelled({ folder, cases }: Labelled): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const page = cases[Number(request.url?.slice(1))]
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page === undefined ? '' : readFileSync(join(folder, page.file)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the pages have no port')
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
