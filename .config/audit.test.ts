import { expect, test } from 'vitest'
import { judgeReport } from './audit.mjs'

// As npm 10 and 11 print them, cut to what is read.
const counts = (total: number) => ({ vulnerabilities: { low: 0, high: total, total } })
const advisories = (vulnerabilities: object, total: number) => ({
  auditReportVersion: 2,
  vulnerabilities,
  metadata: counts(total),
})
const weak = { 'left-out': { name: 'left-out', severity: 'high', isDirect: false, via: [] } }
const printed = (report: object) => `npm warn something else\n${JSON.stringify(report, null, 2)}\nnpm error a log\n`

test('clean reports pass', () => {
  expect(judgeReport(printed(advisories({}, 0)))).toEqual({ is: 'passed', why: '' })
  expect(judgeReport(printed({ invalid: [], missing: [] }))).toEqual({ is: 'passed', why: '' })
})

test('a known weakness fails, by the name of the package', () => {
  expect(judgeReport(printed(advisories(weak, 1)))).toEqual({ is: 'failed', why: 'left-out: high' })
  expect(judgeReport(printed(advisories({}, 2)))).toMatchObject({ is: 'failed' })
})

test.each([
  { kind: 'invalid', why: 'left-out 1.0.0: a signature that is not right' },
  { kind: 'missing', why: 'left-out 1.0.0: no signature' },
])('a package whose signature is $kind fails', ({ kind, why }) => {
  const report = { invalid: [], missing: [], [kind]: [{ name: 'left-out', version: '1.0.0' }] }
  expect(judgeReport(printed(report))).toEqual({ is: 'failed', why })
})

test.each([
  { report: { message: '405 Method Not Allowed', statusCode: 405, error: { summary: '', detail: '' } }, why: '405' },
  { report: { message: 'request failed, reason: connect ECONNREFUSED 127.0.0.1:9', error: {} }, why: 'ECONNREFUSED' },
  { report: { error: { code: 'ENOTFOUND', summary: 'getaddrinfo', detail: '' } }, why: 'ENOTFOUND' },
  { report: { error: { code: 'E404', summary: '404 Not Found', detail: '' } }, why: 'E404' },
  {
    report: {
      error: { summary: 'found no dependencies to audit that were installed from a supported registry', detail: '' },
    },
    why: 'signs nothing',
  },
])('a registry that does not answer is skipped, and it is said why: $why', ({ report, why }) => {
  const verdict = judgeReport(printed(report))
  expect(verdict.is).toBe('skipped')
  expect(verdict.why).toContain(why)
})

test.each([
  { error: { code: 'EINTEGRITYSIGNATURE', summary: 'the tarball has an invalid registry signature', detail: '' } },
  { error: { code: 'ENOLOCK', summary: 'This command requires an existing lockfile.', detail: '' } },
  { error: { summary: 'found no installed dependencies to audit', detail: '' } },
  {},
])('whatever else npm says instead of a report fails', (report) => {
  expect(judgeReport(printed(report)).is).toBe('failed')
  expect(judgeReport('').is).toBe('failed')
})
