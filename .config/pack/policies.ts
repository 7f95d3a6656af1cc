/** What browsers are told by policy: to install the extension from `updateUrl`, and which server it is for. */
export type Policy = Readonly<{ id: string; updateUrl: string; server: string | null; org: string | null }>

/** A file by its name. */
type Named = Readonly<{ name: string; text: string }>

const browsers = [
  { name: 'chrome', registry: 'Google\\Chrome' },
  { name: 'edge', registry: 'Microsoft\\Edge' },
]

/** For each browser the policy as JSON (Linux, and what management consoles take) and as a file for the Windows registry. */
export const policyFiles = (policy: Policy): Named[] =>
  browsers.flatMap(({ name, registry }) => [
    { name: `${name}.json`, text: `${JSON.stringify(asJson(policy), null, 2)}\n` },
    { name: `${name}.reg`, text: asRegistry(policy, registry) },
  ])

/** The settings of the browser for the extension. Updates, too, come from where policy says, whatever a manifest says. */
const installation = ({ updateUrl }: Policy) => ({
  installation_mode: 'force_installed',
  update_url: updateUrl,
  override_update_url: true,
})

/** What the extension itself reads (`extension/public/managed-schema.json`). */
const managed = ({ server, org }: Policy) => ({
  ...(server === null ? {} : { server }),
  ...(org === null ? {} : { org }),
})

function asJson(policy: Policy) {
  const { id, server } = policy
  const own = server === null ? {} : { '3rdparty': { extensions: { [id]: managed(policy) } } }
  return { ExtensionSettings: { [id]: installation(policy) }, ...own }
}

/** A key of its own for our extension, so that what is set for others stays. */
function asRegistry(policy: Policy, registry: string): string {
  const root = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${registry}`
  const keys = [
    registryKey(`${root}\\ExtensionSettings\\${policy.id}`, installation(policy)),
    ...(policy.server === null
      ? []
      : [registryKey(`${root}\\3rdparty\\extensions\\${policy.id}\\policy`, managed(policy))]),
  ]
  return ['Windows Registry Editor Version 5.00', '', ...keys.flat()].join('\r\n')
}

function registryKey(path: string, values: Record<string, string | boolean>): string[] {
  const lines = Object.entries(values).map(([name, value]) => `"${name}"=${registryValue(value)}`)
  return [`[${path}]`, ...lines, '']
}

const registryValue = (value: string | boolean): string =>
  typeof value === 'string' ? `"${value.replace(/[\\"]/g, '\\$&')}"` : `dword:0000000${value ? '1' : '0'}`
