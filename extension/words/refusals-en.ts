/** English for what the rules of the organisation refuse, and for what the server holds back or falsifies. */
export const refusalsEn = {
  refused: {
    what: 'The rules of the organisation do not allow this.',
    next: 'Nothing changed. Look at the newest state, then try again; tell IT if it lasts.',
  },
  'unknown-item': {
    what: 'This login is no longer here.',
    next: 'Somebody deleted it, or you no longer reach it. Nothing else changed.',
  },
  'unknown-team': {
    what: 'This team is no longer here.',
    next: 'Nothing changed. Look at the newest state, then try again.',
  },
  'unknown-folder': {
    what: 'This folder is no longer here.',
    next: 'Nothing changed. Look at the newest state, then try again.',
  },
  'unknown-recipient': {
    what: 'One of those who would get a key is no longer here.',
    next: 'Nothing changed. Look at the newest state, then try again.',
  },
  'last-manager': {
    what: 'This would leave a folder without anybody who manages it.',
    next: 'Nothing changed. Give “manage” to somebody else first.',
  },
  'last-owner': {
    what: 'This would leave the organisation without an owner.',
    next: 'Nothing changed. Make somebody else an owner first.',
  },
  'needs-two-owners': {
    what: 'This takes two owners.',
    next: 'Nothing changed. Once there are two, owners are added and removed by two of them together, which this version cannot do yet.',
  },
  'to-oneself': {
    what: 'Nobody can do this to themselves.',
    next: 'Nothing changed. Ask another manager, or an owner.',
  },
  'already-there': {
    what: 'This is there already.',
    next: 'Nothing changed. Look at the newest state.',
  },
  'nothing-to-do': {
    what: 'This is so already.',
    next: 'Nothing changed, and nothing needs to.',
  },
  stale: {
    what: 'A team or folder here needs a new key first.',
    next: "Somebody lost access to it. A manager's next unlock renews the key; then try again.",
  },
  'no-key': {
    what: 'A key for this is missing on this desk.',
    next: 'Nothing changed. The server did not deliver it: try again, and tell your security team if it lasts.',
  },
  'part-missing': {
    what: 'A part of this login is missing.',
    next: 'The server did not deliver it. Nothing was filled or changed. Try again, and tell your security team if it lasts.',
  },
  'wrong-hash': {
    what: "The server's data for this login is not what its members signed.",
    next: 'Cloison refuses it; nothing was filled or changed. Tell your security team.',
  },
  'cannot-open': {
    what: 'What the server delivered does not open here.',
    next: 'Cloison refuses it; nothing was filled or changed. Tell your security team.',
  },
  'receive-key-missing': {
    what: 'The server holds back the key of somebody who is to get access.',
    next: 'Nothing changed. Try again, and tell your security team if it lasts.',
  },
  'bad-receive-key': {
    what: 'Somebody who is to get access has a key that is none.',
    next: 'Nothing changed. Do not let them in, and tell your security team.',
  },
  'bad-sign-key': {
    what: "This newcomer's key is none.",
    next: 'Nothing changed. Do not let them in, and tell your security team.',
  },
  'bad-signature': {
    what: 'This was not signed by those whom it names.',
    next: 'Nothing changed. Do not let them in: invite them anew, and tell your security team.',
  },
  'bad-text': {
    what: 'There is a sign in the text that cannot be stored.',
    next: 'Nothing was saved; it is still here. Take it out, then try again.',
  },
}
