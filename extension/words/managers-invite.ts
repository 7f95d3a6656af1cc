import { words, type Words } from './say.ts'

const en = {
  policy: 'Managers invite into their teams',
  hint: 'Who manages a team invites members into it, and lets in whom they invited. They give no role, and nothing that they do not manage. Without is stricter.',
  on: 'Into the teams that they manage',
  off: 'Owners and admins alone invite',
  changed: (to: string, from: string) => `Who invites members: ${to} (until now: ${from})`,
  teamMissing: 'Choose at least one team: you invite into teams that you manage.',
}

const fr: Words<typeof en> = {
  policy: 'Les responsables invitent dans leurs équipes',
  hint: "Qui gère une équipe y invite des membres et laisse entrer les personnes qu'il a invitées, sans donner de rôle ni rien qu'il ne gère pas. Sans cela, la règle est plus stricte.",
  on: "Dans les équipes qu'ils gèrent",
  off: 'Seuls propriétaires et administrateurs invitent',
  changed: (to, from) => `Qui invite des membres : ${to} (jusqu'ici : ${from})`,
  teamMissing: 'Choisissez au moins une équipe : vous invitez dans les équipes que vous gérez.',
}

/** The part of the policy that lets managers invite, and what it says in the dialog of an invitation. */
export const managersInviteWords = words(en, fr)
