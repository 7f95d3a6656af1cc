import { parseArgs } from 'node:util'

/** What a deployer says of their package. */
export type Options = Readonly<{
  /** The file of their private key. */
  key: string
  /** The https address of the folder that the package and `update.xml` are published in; ends with a slash. */
  url: string
  /** What managed browsers are told: the server's address, and the organisation's id. */
  server: string | null
  org: string | null
  /** The folder to write to. */
  out: string
}>

const USAGE = 'npm run pack -- --key FILE --url https://ADDRESS/ [--server https://ADDRESS] [--org ID] [--out FOLDER]'

/** @throws {Error} one sentence that says what is missing or wrong */
export function readOptions(args: string[]): Options {
  const { key, url, server, org, out } = parse(args)
  if (key === undefined) throw new Error(`Say the file of your private key by --key FILE.\n${USAGE}`)
  if (url === undefined)
    throw new Error(
      `Say by --url https://… in which folder you publish the package: browsers look for updates there.\n${USAGE}`,
    )
  if (org !== undefined && server === undefined) throw new Error('--org needs --server: policy sets them together.')
  if (org !== undefined && !/^[\w-]{43}$/.test(org))
    throw new Error('--org must be the 43 letters that the console shows to owners under "For managed browsers".')
  return {
    key,
    url: folder(address('--url', url)),
    server: server === undefined ? null : address('--server', server).origin,
    org: org ?? null,
    out: out ?? '.output/pack',
  }
}

function parse(args: string[]) {
  const text = { type: 'string' } as const
  try {
    const options = { key: text, url: text, server: text, org: text, out: text }
    return parseArgs({ args, options, allowPositionals: false }).values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : ''}\n${USAGE}`, { cause: error })
  }
}

function address(name: string, text: string): URL {
  if (!URL.canParse(text))
    throw new Error(`${name} must be an address such as https://vault.example.com/, and ${text} is none.`)
  const url = new URL(text)
  if (url.protocol !== 'https:')
    throw new Error(`${name} must start with https://: over ${url.protocol}// anybody on the way could answer.`)
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new Error(`${name} must be an address alone, without a name, a password, ? or #.`)
  return url
}

const folder = ({ href }: URL): string => (href.endsWith('/') ? href : `${href}/`)
