export function run(
  program: string,
  args: string[],
  options?: { cwd?: string; quiet?: boolean },
): Promise<{ code: number; output: string }>
