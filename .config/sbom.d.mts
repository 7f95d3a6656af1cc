export const sbomFile: string
export function writeSbom(file?: string): Promise<void>
