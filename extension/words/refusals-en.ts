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
  closed: {
    what: 'This client is closed: nothing is written, granted or filled in it any more.',
    next: 'What is there can still be read. Two owners can reopen it.',
  },
  register: {
    what: 'This is the organisation’s register: who has it follows from the roles.',
    next: 'Change the person’s role instead.',
  },
  personal: {
    what: 'A personal folder is for one person alone.',
    next: 'Nothing changed. To share a login, put it into a folder that is shared.',
  },
  auditor: {
    what: 'An auditor opens nothing: they are in no team and have no level on any folder.',
    next: 'Nothing changed. Take them out of their teams and folders first, or give them another role.',
  },
  'not-empty': {
    what: 'Something still lies in this folder, or a team is at home there.',
    next: 'Nothing changed. Move or delete its folders and delete its teams first.',
  },
  'invitation-cancelled': {
    what: 'This invitation was cancelled.',
    next: 'Nobody was let in. Invite the person again if they should still come.',
  },
  'no-form': {
    what: 'This needs a form: a right that grows rests on what somebody else asked for.',
    next: 'Nothing changed. Ask for it, and let another person who manages the folder approve.',
  },
  'form-lines': {
    what: 'The form says something else than what was to be signed.',
    next: 'Nothing changed. Look at the form again.',
  },
  'form-expired': {
    what: 'The form has expired: nobody approved it in time.',
    next: 'Nothing changed. It has to be asked for again.',
  },
  'no-recovery': {
    what: 'This folder cannot be given back.',
    next: 'Nothing changed. The policy does not have it, its person did not agree to it, or too few owners still hold a share of its key.',
  },
  'shares-missing': {
    what: 'Two owners gave this folder back to you, and its key is on its way.',
    next: 'It opens by itself once two of them have unlocked Cloison. You need to do nothing.',
  },
  cycle: {
    what: 'A folder cannot lie within itself.',
    next: 'Nothing changed. Choose another place.',
  },
  'too-deep': {
    what: 'Folders would lie more than 32 deep.',
    next: 'Nothing changed. Choose a place further up.',
  },
  'too-heavy': {
    what: 'This changes too much at once for every desk to check.',
    next: 'Nothing changed. Do it in smaller steps: fewer people, or one folder further down at a time.',
  },
  'too-far': {
    what: 'An invitation is good for 90 days at most.',
    next: 'Nothing changed. Choose an earlier day.',
  },
  'too-many-proposals': {
    what: 'A hundred proposals already wait for a second owner.',
    next: 'Nothing changed. Approve or withdraw some of them first.',
  },
  'has-manager': {
    what: 'Somebody manages this folder.',
    next: 'Nothing changed. Ask them for access: owners adopt only what nobody manages.',
  },
  'proposal-unknown': {
    what: 'This proposal no longer waits: it was approved or withdrawn.',
    next: 'Nothing changed. Look at the newest state.',
  },
  'proposal-expired': {
    what: 'This proposal has expired: nobody approved it within seven days.',
    next: 'Nothing changed. If it is still wanted, propose it again.',
  },
  'has-logins': {
    what: 'Logins lie in this folder, or this desk cannot read all of it.',
    next: 'Nothing changed. Move or delete the logins first; to keep them as a record, close the folder instead.',
  },
  'remove-first': {
    what: 'Whom this person replaces is still an owner.',
    next: 'Nothing changed. Remove the owner under the lost keys first, which takes two owners.',
  },
  'last-owner': {
    what: 'This would leave too few owners: once there are two, there are never fewer.',
    next: 'Nothing changed. Make somebody else an owner first.',
  },
  'needs-two-owners': {
    what: 'This takes two owners.',
    next: 'Nothing changed. Once there are two, what makes or unmakes one is proposed by one owner and approved by another.',
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
  'unknown-version': {
    what: 'What the server delivered is of a version that this extension does not know.',
    next: 'Cloison refuses it; nothing was filled or changed. Update the extension if you can, and tell your security team.',
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
