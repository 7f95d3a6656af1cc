import type { TakenOut } from './taken-out.ts'

const forms = 'shared/ledger/replay/forms.ts'
const test = 'shared/ledger/replay/forms.test.ts'
const accepted = "expected 'accepted'"

/** That no right comes without a form where the policy asks for one, and that a form is another's (S14). */
export const formChecks: TakenOut[] = [
  {
    s: 'S14',
    check: 'a grant that raises somebody takes a line of a form',
    edits: [
      {
        file: forms,
        find: "  need(form !== null || !raises || !asksForm(state, level === 'manage'), 'no-form')\n",
        put: '',
      },
    ],
    test,
    title: 'under the rule a grant, a seat and a move need a form',
    gains: 'to deeply equal',
  },
  {
    s: 'S14',
    check: 'a seat takes a line of a form',
    edits: [{ file: forms, find: "      need(form !== null || !isAsked, 'no-form')\n", put: '      void isAsked\n' }],
    test,
    title: 'under the rule a grant, a seat and a move need a form',
    gains: 'to deeply equal',
  },
  {
    s: 'S14',
    check: 'a move below others takes a line of a form',
    edits: [
      {
        file: forms,
        find: "  need(form !== null || parent === null || state.policy.forms === 'off', 'no-form')\n",
        put: '  void form\n',
      },
    ],
    test,
    title: 'under the rule a grant, a seat and a move need a form',
    gains: 'to deeply equal',
  },
  {
    s: 'S14',
    check: 'a form whose rights did not all land is refused',
    edits: [
      {
        file: 'shared/ledger/replay/ledger.ts',
        find: "  need(lines.size === 0, 'form-lines')\n",
        put: '  void lines\n',
      },
    ],
    test,
    title: 'a form and its rights land together',
    gains: accepted,
  },
  {
    s: 'S14',
    check: 'a form is approved once',
    edits: [{ file: forms, find: "  need((get(state.forms, form) ?? -1) < context.time, 'already-there')\n", put: '' }],
    test,
    title: 'a form and its rights land together',
    gains: accepted,
  },
  {
    s: 'S14',
    check: 'nobody approves what they asked for',
    edits: [
      {
        file: forms,
        find: "  need(state.policy.forms === 'off' || requester !== context.author, 'to-oneself')\n",
        put: '',
      },
    ],
    test,
    title: 'nobody approves what they asked for',
    gains: accepted,
  },
  {
    s: 'S14',
    check: 'a form is signed by who asked',
    edits: [
      {
        file: forms,
        find: '  context.claims.push({ key: signKey, message, signature: act.byRequester, letsIn: signKey })\n',
        put: '  void [signKey, message]\n',
      },
    ],
    test,
    title: 'nobody approves what they asked for',
    gains: accepted,
  },
  {
    s: 'S14',
    check: 'no more is approved than was asked for',
    edits: [{ file: forms, find: "  need(lines.every(isAsked), 'form-lines')\n", put: '  void isAsked\n' }],
    test,
    title: 'whoever approves may give less than was asked for',
    gains: accepted,
  },
  {
    s: 'S14',
    check: 'a promised seat is given once',
    edits: [
      {
        file: forms,
        find: 'promised.teams.filter((one) => one !== team)',
        put: 'promised.teams.filter(() => team !== null)',
      },
    ],
    test,
    title: 'a joiner’s seats are promised',
    gains: accepted,
  },
  {
    s: 'S14',
    check: 'a record is written once',
    edits: [
      {
        file: 'shared/ledger/replay/journal.ts',
        find: "      need(!isRegister || (change.revision === 1 && change.parts !== null), 'wrong-revision')\n",
        put: '      void isRegister\n',
      },
    ],
    test: 'shared/ledger/replay/register.test.ts',
    title: 'a record is written once',
    gains: accepted,
  },
  {
    s: 'S14',
    check: 'who reads or edits a folder has nothing on its register',
    edits: [
      {
        file: 'shared/ledger/replay/level.ts',
        find: '  return isServing(get(state.folders, folder)) ? null : best\n',
        put: '  return best\n',
      },
    ],
    test: 'shared/ledger/replay/register.test.ts',
    title: 'who manages a folder manages its register',
    gains: 'to deeply equal',
  },
]
