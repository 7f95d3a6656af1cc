import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

/** One labelled page; `fields` tells the role of each field by its `data-bm` mark. Whatever it does not name must get nothing. */
export interface Case {
  id: string
  /** Where it comes from: one of the sources of the corpus beside the checkout, or `own`. */
  corpus: string
  file: string
  lang: string
  kind: string
  /** The roles that the source labels fully on this page. */
  scored: string[]
  tags: string[]
  fields: Record<string, string>
  /** Fields whose filling is neither right nor wrong. */
  ignore: string[]
  /** The number of each field's form, from the first field on; 0 for none. */
  forms: number[]
}

/** A set of labelled pages in a folder. */
export interface Labelled {
  folder: string
  cases: Case[]
}

const CORPUS = join(import.meta.dirname, '../../../shared/corpus/login-forms')

/** The real pages beside the checkout; null where they are absent. */
export function readCorpus(): Labelled | null {
  return existsSync(join(CORPUS, 'labels.json')) ? readLabelled(CORPUS) : null
}

/** Our own pages, of the desks that the corpus knows little of. */
export function readOwn(): Labelled {
  return readLabelled(join(import.meta.dirname, 'own'))
}

function readLabelled(folder: string): Labelled {
  const { cases }: { cases: Case[] } = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8'))
  return { folder, cases }
}

/** Serves the pages at `/0`, `/1`…: opaque, so that no path tells what a page is. */
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
