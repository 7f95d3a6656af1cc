/** `why`: one line of what was found, or why nothing could be asked. */
export type Verdict = { is: 'passed' | 'failed' | 'skipped'; why: string }

export function judgeReport(output: string): Verdict
export function askRegistry(name: 'advisories' | 'signatures'): Promise<Verdict & { output: string }>
