import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

/** One real page of the corpus beside the checkout; `fields` tells the role of each field by its `data-bm` mark. */
export interface Case {
  id: string
  corpus: string
  file: string
  lang: string
  kind: string
  scored: string[]
  tags: string[]
  fields: Record<string, string>
  ignore: string[]
  forms: number[]
}

const CORPUS = join(import.meta.dirname, '../../../shared/corpus/login-forms')

/** The corpus's pages; null where it does not lie beside the checkout. */
export function readCorpus(): Case[] | null {
  const path = join(CORPUS, 'labels.json')
  if (!existsSync(path)) return null
  const { cases }: { cases: Case[] } = JSON.parse(readFileSync(path, 'utf8'))
  return cases
}

/** Serves the pages at `/0`, `/1`…: opaque, so that no path tells what a page is. */
export async function serveCorpus(cases: Case[]): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const page = cases[Number(request.url?.slice(1))]
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page === undefined ? '' : readFileSync(join(CORPUS, page.file)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the corpus has no port')
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
