import { words, type Words } from './say.ts'

const en = {
  menu: 'Keep its requests here',
  title: (folder: string) => `Keep the requests of ${folder} here`,
  truth: (folder: string) =>
    `Requests for ${folder} and what lies below it will go to those who manage it. They decide, and read its forms and reviews.`,
  before: 'What was recorded before stays with the organisation’s owners, admins and auditors.',
}

const fr: Words<typeof en> = {
  menu: 'Garder ici ses demandes',
  title: (folder) => `Garder ici les demandes de ${folder}`,
  truth: (folder) =>
    `Les demandes sur ${folder} et ce qui s'y trouve iront à qui le gère : ces personnes décident, et lisent ses fiches et ses revues.`,
  before: "Ce qui a été consigné avant reste aux propriétaires, administrateurs et auditeurs de l'organisation.",
}

/** Where a folder's requests, forms and reviews are kept. */
export const registerWords = words(en, fr)
