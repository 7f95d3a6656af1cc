import { run } from './process.mjs'

/** What the checks wait for at the most: they take about as long by themselves. */
const LIMIT_SECONDS = 30

/** Nobody there, or somebody who does not answer this question: a mirror without advisories, a machine without network. */
const SILENT =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONN[A-Z]+|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED|E[45]\d\d)\b/

const questions = {
  advisories: ['audit', '--omit=dev'],
  signatures: ['audit', 'signatures'],
}

/**
 * Asks the package registry, through npm, for known weaknesses of what the product runs on (`advisories`), or for the registry's
 * signatures of all that is installed (`signatures`).
 * @param {'advisories' | 'signatures'} name
 * @returns {Promise<import('./audit.mjs').Verdict & { output: string }>}
 */
export async function askRegistry(name) {
  const signal = AbortSignal.timeout(LIMIT_SECONDS * 1000)
  const args = [...questions[name], '--json', '--fetch-retries=0']
  const { output } = await run('npm', args, { quiet: true, shell: process.platform === 'win32', signal })
  if (signal.aborted) return { is: 'skipped', why: `the registry has not answered within ${LIMIT_SECONDS} s`, output }
  return { ...judgeReport(output), output }
}

/**
 * Whether a report of `npm audit --json` or `npm audit signatures --json` is clean. Only a registry that does not answer makes
 * the check skipped: whatever else npm says instead of a report is a failure.
 * @param {string} output what npm printed, warnings among it
 * @returns {import('./audit.mjs').Verdict}
 */
export function judgeReport(output) {
  const report = readReport(output)
  if (report === null) return { is: 'failed', why: 'npm printed no report' }
  if (Array.isArray(report.invalid) && Array.isArray(report.missing)) return judgeSignatures(report)
  if (typeof report.metadata?.vulnerabilities?.total === 'number') return judgeAdvisories(report)
  const why = whySilent(report)
  return why === null ? { is: 'failed', why: 'npm printed an error instead of a report' } : { is: 'skipped', why }
}

function judgeSignatures({ invalid, missing }) {
  const named = (kind, packages) => packages.map(({ name, version }) => `${name} ${version}: ${kind}`)
  return judgeFindings([...named('a signature that is not right', invalid), ...named('no signature', missing)])
}

function judgeAdvisories({ metadata, vulnerabilities = {} }) {
  const named = Object.values(vulnerabilities).map(({ name, severity }) => `${name}: ${severity}`)
  return judgeFindings(named.length === 0 && metadata.vulnerabilities.total > 0 ? ['weaknesses without a name'] : named)
}

const judgeFindings = (findings) =>
  findings.length === 0 ? { is: 'passed', why: '' } : { is: 'failed', why: findings.join('; ') }

function whySilent({ statusCode, message = '', error }) {
  if (typeof statusCode === 'number' && statusCode >= 400) return `the registry answers ${statusCode}`
  const said = `${error?.code ?? ''} ${message} ${error?.summary ?? ''}`
  if (said.includes('a supported registry')) return 'the registry signs nothing'
  const code = SILENT.exec(said)?.[0]
  return code === undefined ? null : `the registry does not answer: ${code}`
}

/** The JSON among npm's other lines; null where there is none. */
function readReport(output) {
  try {
    return JSON.parse(/^\{[^]*^\}/m.exec(output)?.[0] ?? '')
  } catch {
    return null
  }
}
