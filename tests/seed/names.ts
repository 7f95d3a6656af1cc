import type { Draws } from './draws.ts'

/** Names as a contact centre with sites in five countries has them, with the letters that each language writes. */
const people = [
  {
    weight: 55,
    first: `Inès Chloé Léa Manon Camille Zoé Élodie Aurélie Maëlle Anaïs Noémie Clémence Océane Hélène Solène Margaux Jeanne
      Lucas Hugo Théo Loïc Maël Rémi François Jérôme Benoît Étienne Cédric Gaël Mathis Adrien Raphaël Noël Gaëtan Yann Antoine`,
    last: `Martin Bernard Dubois Lefèvre Moreau Laurent Girard Fontaine Bonnet Lacroix Roussel Gauthier Perrin Morel Guérin Boyer
      Chevalier Lemaître Prévost Besnard Le%Gall L’Hostis Hébert Brunet Renaud Picard Collet Leclercq Benoît D’Angelo Pélissier
      Castañeda Fabre Vidal Maréchal Charpentier Ménard Boulanger Tessier Rivière Noël Évrard Œuvrard Garçon`,
  },
  {
    weight: 15,
    first: `João Mariana Inês Gonçalo Catarina Tomás Beatriz Duarte Conceição Vítor Luísa Sebastião Madalena Simão Íris Mónica`,
    last: `Silva Santos Ferreira Gonçalves Araújo Simões Magalhães Conceição Guimarães Leitão Falcão Brandão Patrício Assunção
      da%Costa dos%Reis de%Sá Antunes Nóbrega Valadão`,
  },
  {
    weight: 10,
    first: `Łukasz Małgorzata Zbigniew Żaneta Paweł Agnieszka Michał Grażyna Wojciech Bożena Stanisław Jędrzej Ścibor Elżbieta`,
    last: `Wiśniewski Kowalczyk Wójcik Dąbrowska Zieliński Szymańska Woźniak Kozłowski Jabłońska Król Pawłowski Źrebiec Żak
      Śliwiński Łuczak Błaszczyk Ćwik Górska`,
  },
  {
    weight: 10,
    first: `Ștefan Ioana Mădălina Țuțu Răzvan Cătălina Ionuț Andreea Bogdan Lăcrămioara Dragoș Ilinca Horațiu Crăița Gheorghiță`,
    last: `Popescu Ionescu Munteanu Stănescu Țepeș Bălan Șerban Dumitrașcu Cârstea Pătrașcu Mănescu Brâncuși Văcărescu Ghiță`,
  },
  {
    weight: 10,
    first: `Samir Yasmine Nour Karim Leïla Amine Salma Youssef Hind Bilal Zineb Rachid أمينة يوسف خديجة كريم ليلى سمير`,
    last: `Haddad Benali El%Amrani Bouazza Ben%Youssef Kaci Mansouri Aït%Ahmed Zerrouki El%Idrissi بنعلي العمراني حداد منصوري`,
  },
] as const

const listed = (text: string) => text.split(/\s+/).map((one) => one.replaceAll('%', ' '))
const pools = people.map(({ weight, first, last }) => ({ weight, first: listed(first), last: listed(last) }))
const allWeights = pools.reduce((sum, { weight }) => sum + weight, 0)

/** Returns somebody's name; another draw may return the same one, as in a real organisation. */
export function personName(draws: Draws): string {
  let left = draws.whole(allWeights)
  const pool = pools.find(({ weight }) => (left -= weight) < 0) ?? pools[0]
  return `${draws.of(pool?.first ?? [])} ${draws.of(pool?.last ?? [])}`
}

const latin: Readonly<Record<string, string>> = { ł: 'l', œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd' }

/** Returns the address of the person with this number: letters of their name where they are Latin, and the number where it is taken. */
export function emailFor(name: string, number: number, taken: Set<string>): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|’/gu, '')
    .replace(/[łœæßøđ]/g, (letter) => latin[letter] ?? '')
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
  const bare = plain === '' ? `agent.${String(number)}` : plain
  const local = taken.has(bare) ? `${bare}.${String(number)}` : bare
  taken.add(local)
  return `${local}@atlas-relation.example`
}

/** What the organisation's directions are for, each with the categories of its clients. */
export const directions: readonly { name: string; categories: readonly string[] }[] = [
  { name: 'Direction Banque', categories: ['Banques de détail', 'Banques privées', 'Crédit', 'Paiement', 'Épargne'] },
  { name: 'Direction Assurance', categories: ['Mutuelles', 'Automobile', 'Habitation', 'Prévoyance', 'Sinistres'] },
  { name: 'Direction Télécom', categories: ['Mobile', 'Fibre', 'Entreprises', 'Recouvrement', 'Boutiques'] },
  { name: 'Direction Énergie', categories: ['Électricité', 'Gaz', 'Eau', 'Bornes de recharge', 'Solaire'] },
  { name: 'Direction Commerce', categories: ['Mode', 'Alimentaire', 'Maison', 'Livraison', 'Places de marché'] },
  { name: 'Direction Transport', categories: ['Aérien', 'Ferroviaire', 'Location', 'Logistique', 'Péages'] },
  { name: 'Direction Santé', categories: ['Laboratoires', 'Téléconsultation', 'Pharmacies', 'Optique', 'Dentaire'] },
  { name: 'Direction Secteur public', categories: ['Mairies', 'Emploi', 'Impôts', 'Logement', 'Jeunesse'] },
]

const brandStarts =
  listed(`Méridien Boréal Azur Lumen Cassiopée Hélianthe Ardoise Corail Zénith Aurore Estuaire Garance Obsidienne
  Saphir Tramontane Alizé Bruyère Cobalt Dune Écume Fougère Granit Iris Jonquille Lagune`)
const brandEnds = [
  'Banque',
  'Direct',
  'Services',
  'France',
  'Assistance',
  'Plus',
  'Groupe',
  'Online',
  'Europe',
  'Conseil',
]

/** Returns the name of the client with this number; no two numbers below 250 share one. */
export const clientName = (number: number): string => {
  const start = brandStarts[number % brandStarts.length] ?? ''
  const end = brandEnds[Math.floor(number / brandStarts.length) % brandEnds.length] ?? ''
  const round = Math.floor(number / (brandStarts.length * brandEnds.length))
  return `${start} ${end}${round === 0 ? '' : ` ${String(round + 1)}`}`
}

export const channels =
  listed(`Téléphone Chat Courriel Courrier Back-office Supervision Formation Qualité SFTP Réseaux%sociaux Visio
  Statistiques Recette Archives`)
export const portals =
  listed(`Portail%client CRM Billetterie Suivi%colis Facturation Espace%conseiller Base%de%connaissances
  Planning Téléphonie Scripts Enquêtes Messagerie Gestion%sinistres Remboursements Dossiers Habilitations Extranet Intranet`)
export const sites = listed('Lille Rennes Lisbonne Porto Wrocław Łódź București Iași Casablanca Tunis Marseille Dijon')
