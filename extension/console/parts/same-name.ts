/** Whether one of these already has that name, whatever its capitals. */
export const isTaken = (names: readonly string[], typed: string): boolean =>
  typed.trim() !== '' && names.some((name) => name.toLocaleLowerCase() === typed.trim().toLocaleLowerCase())
