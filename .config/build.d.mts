export function ensureExtension(options?: { anew?: boolean }): Promise<void>
export function buildIn(clone: string): Promise<{ code: number; output: string }>
