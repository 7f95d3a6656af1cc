/** When what raises somebody rests on a form, from the weakest rule to the strictest. */
export const formPolicies = ['off', 'manage', 'always'] as const
export type FormPolicy = (typeof formPolicies)[number]

/** Whether the rule after asks for fewer forms. */
export const asksFewerForms = (before: FormPolicy, after: FormPolicy): boolean =>
  formPolicies.indexOf(after) < formPolicies.indexOf(before)
