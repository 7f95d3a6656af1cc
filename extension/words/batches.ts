import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  chooseAll: 'Choose all',
  letInSeveral: 'Let in several people',
  choose: (who: string) => `Choose ${who}`,
  alone: 'New owners and people who come back are let in one by one.',
  letIn: (n: number) => count(n, 'Let in # person', 'Let in # people'),
  letInTrue: (who: string) => `They will be members of the organisation, in the teams of their invitations: ${who}.`,
  letInDone: (n: number) => count(n, '# person is in', '# people are in'),
  cancelSeveral: 'Cancel several invitations',
  cancel: (n: number) => count(n, 'Cancel # invitation', 'Cancel # invitations'),
  cancelTrue: (who: string) => `Their codes will never work again: ${who}.`,
  cancelled: (n: number) => count(n, '# invitation cancelled', '# invitations cancelled'),
  joins: (teams: string) => `Will be in ${teams}`,
  noTeam: 'Will be in no team',
}

const fr: Words<typeof en> = {
  chooseAll: 'Tout choisir',
  letInSeveral: 'Accepter plusieurs personnes',
  choose: (who) => `Choisir ${who}`,
  alone: 'Un nouveau propriétaire, ou qui revient, est accepté à part.',
  letIn: (n) => compte(n, 'Accepter # personne', 'Accepter # personnes'),
  letInTrue: (who) => `Entrent dans l'organisation, avec les équipes de leur invitation : ${who}.`,
  letInDone: (n) => compte(n, '# arrivée signée', '# arrivées signées'),
  cancelSeveral: 'Annuler plusieurs invitations',
  cancel: (n) => compte(n, 'Annuler # invitation', 'Annuler # invitations'),
  cancelTrue: (who) => `Leurs codes ne marcheront plus jamais : ${who}.`,
  cancelled: (n) => compte(n, '# invitation annulée', '# invitations annulées'),
  joins: (teams) => `Dans ${teams}`,
  noTeam: 'Dans aucune équipe',
}

/** Several newcomers let in, or several invitations cancelled, under one signature. */
export const batchWords = words(en, fr)
