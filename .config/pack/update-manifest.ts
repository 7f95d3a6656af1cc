import { createHash } from 'node:crypto'

/** A published package. */
export type Published = Readonly<{
  id: string
  version: string
  /** The first version of the browser that runs it: older ones are not offered it. */
  minimumVersion: string
  /** Where it is published. */
  codebase: string
  crx: Uint8Array
}>

/** What browsers read at the update address: which version there is, where, and the hash that it must have. */
export function updateManifest({ id, version, minimumVersion, codebase, crx }: Published): string {
  const hash = createHash('sha256').update(crx).digest('hex')
  const check = Object.entries({ codebase, version, hash_sha256: hash, prodversionmin: minimumVersion })
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck${check.map(([name, value]) => ` ${name}="${escape(value)}"`).join('')}/>
  </app>
</gupdate>
`
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
