export function ensureExtension(): Promise<void>
