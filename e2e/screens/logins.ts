import { exactAddress } from '../../extension/messages/item-fields.ts'
import type { ItemFields } from '../../extension/messages/item-fields.ts'

/** The tree that Odile makes: a category, and the clients in it. */
export const tree: Readonly<Record<string, readonly string[]>> = {
  Banking: ['Banque Méridienne', 'Crédit Boréal'],
  Telecom: ['Fibre du Sud', 'Opale Mobile'],
  Travel: ['Azur Voyages', 'Hôtels Rivage'],
}

/** Teams, each with its home folder and who is in it. */
export const teams: Readonly<Record<string, { home: string; people: readonly string[] }>> = {
  'Banking, first line': { home: 'Banking', people: ['Inès Martin', 'Yanis Roux', 'Léa Fontaine'] },
  'Banking, supervisors': { home: 'Banking', people: ['Chloé Bernard'] },
  'Telecom, first line': { home: 'Telecom', people: ['Lucas Moreau', 'Léa Fontaine'] },
}

const login = (name: string, username: string, host: string, more: Partial<ItemFields> = {}): ItemFields => ({
  name,
  username,
  password: 'Brume-verte-81',
  urls: [exactAddress(`https://${host}.example/login`)],

  custom: [],
  totp: '',
  notes: '',
  afterFill: 'stay',
  kind: 'login',
  tags: [],
  files: [],
  ...more,
})

/** The logins of each client. */
export const logins: Readonly<Record<string, readonly ItemFields[]>> = {
  'Banque Méridienne': [
    login('Card fraud desk', 'fraud.atlas', 'fraud.meridienne'),
    login('Claims portal', 'agent-042', 'claims.meridienne', {
      urls: [
        exactAddress('https://claims.meridienne.example/login'),
        exactAddress('https://claims-2.meridienne.example'),
      ],
      custom: [{ label: 'Company code', value: 'ATL-7' }],
      notes: 'Two sessions at most. Ask Hélène before a reset.',
    }),
    login('Customer file', 'atlas-crm-07', 'crm.meridienne'),
    login('Knowledge base', 'atlas', 'help.meridienne'),
    login('Mail to customers', 'relation@meridienne.example', 'mail.meridienne'),
    login('Payment follow-up', 'ops-atlas-3', 'payments.meridienne'),
  ],
  'Crédit Boréal': [login('Loan desk', 'atlas.loans', 'loans.boreal')],
  'Fibre du Sud': [login('Line tests', 'atlas-tech', 'lines.fibre')],
  'Opale Mobile': [
    login('Activation', 'opale-act-11', 'activation.opale'),
    login('Billing', 'opale-bill-11', 'billing.opale'),
  ],
  'Azur Voyages': [login('Bookings', 'azur-desk', 'bookings.azur')],
  'Hôtels Rivage': [login('Reservations', 'rivage-atlas', 'booking.rivage')],
}
