/** The hours unlocked that a person may choose where the policy allows so many: only fewer. */
export const hoursToChoose = (policy: number): number[] => [1, 2, 4, 6, 8, 10].filter((hours) => hours < policy)
