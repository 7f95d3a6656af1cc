/** English for the failure codes. Each: what happened; what is safe, and what to do next. */
export const failuresEn = {
  'server-unreachable': {
    what: 'The server cannot be reached.',
    next: 'If you are unlocked, the logins already here still fill. Nothing is lost. Check the network, then try again.',
  },
  'database-down': {
    what: 'The server is up, but its database is not.',
    next: 'Nothing was saved and nothing is lost; what you typed is still here. Try again in a minute, and tell IT if it lasts.',
  },
  'wrong-pin': {
    what: 'This is not your Cloison PIN.',
    next: 'Type it again: the PIN you chose for Cloison, not the PIN of your key.',
  },
  'credential-dead': {
    what: 'This key is blocked: too many wrong PINs.',
    next: 'Your logins are safe. Use your other key, or ask an administrator for a new invitation.',
  },
  'credential-revoked': {
    what: 'This key was revoked.',
    next: 'It opens nothing any more. Use your other key, or ask an administrator for a new invitation.',
  },
  'key-in-use': {
    what: 'This is the key you unlocked with.',
    next: 'Nothing changed. To revoke it, unlock with your other key first.',
  },
  'last-key': {
    what: 'This is the last key of an owner.',
    next: 'Nothing changed. An owner without a key could not come back.',
  },
  'second-key-owed': {
    what: 'Your organisation asks everybody for two security keys, and you have one.',
    next: 'Nothing is lost. Register the second one: what you reach is shown and filled again at once.',
  },
  'own-second-key': {
    what: 'You have one security key yourself.',
    next: 'Nothing was signed: with this policy you would reach nothing. Register your second key first (My keys).',
  },
  'shift-over': {
    what: 'The touch alone opens nothing now.',
    next: 'Nothing is lost. Type your Cloison PIN, then touch the key.',
  },
  'shift-other-key': {
    what: 'This is another key than the one that was in use here.',
    next: 'Nothing was opened. Type the Cloison PIN of this key, then touch it.',
  },
  'old-seal': {
    what: 'The server shows this key as it was before its PIN was last changed.',
    next: 'Cloison refused it, and nothing was opened. It may be a restored backup, or an attack: tell your security team.',
  },
  'pin-unclear': {
    what: 'The server did not answer at the last step.',
    next: 'Nothing is lost, and this desk stays open. Either PIN may hold now: at the next unlock try the new one first, then the old one.',
  },
  'same-pin': {
    what: 'This is the PIN that you had until now.',
    next: 'Somebody may know it: choose another one.',
  },
  'rotation-unclear': {
    what: 'The server did not answer at the last step.',
    next: 'Nothing is lost. Unlock with your new PIN: if it is taken, your new keys hold. If not, unlock with the old one, and begin again.',
  },
  'weak-pin': {
    what: 'This PIN is too easy to guess.',
    next: 'Avoid sequences, repeats and dates such as 123456. Letters are welcome.',
  },
  'short-pin': { what: 'This PIN is too short.', next: 'Use 6 characters or more. Letters are welcome.' },
  'no-prf': {
    what: 'This key cannot hold a Cloison secret (it lacks PRF).',
    next: 'Cloison stored nothing. The key may have kept an unused “Cloison” entry: you can delete it with the key maker’s tool. Use another key.',
  },
  'key-already-registered': {
    what: 'This key is already registered here.',
    next: 'Nothing changed. Use a different key, or unlock with this one.',
  },
  'key-cancelled': {
    what: 'The key was not used.',
    next: 'The request was cancelled or timed out. Nothing changed. Start again, then touch the key when it blinks.',
  },
  'not-a-member': {
    what: 'This key does not belong to a member of this organisation.',
    next: 'Nothing was opened. Check the server address, or ask an administrator for an invitation.',
  },
  removed: {
    what: 'You no longer have access to this organisation.',
    next: 'What was on this desk has been erased. If this is a mistake, ask an administrator for an invitation.',
  },
  'invitation-unknown': {
    what: 'The server does not know this invitation.',
    next: 'It may have been withdrawn. Ask the person who invited you for a new code.',
  },
  'invitation-used': {
    what: 'This invitation has already been used.',
    next: 'If it was you, unlock with your key. If it was not, tell the person who invited you at once.',
  },
  'invitation-expired': {
    what: 'This invitation has expired.',
    next: 'Ask the person who invited you for a new code.',
  },
  'invitation-other-org': {
    what: 'This invitation is for another organisation than this server’s.',
    next: 'The code is not for this server, or the server was set up anew since. Nothing was sent. Ask the person who invited you for a new code.',
  },
  'bad-invitation-code': {
    what: 'This is not a complete invitation code.',
    next: 'Copy the whole code, from its first character to its last, and paste it again.',
  },
  'org-exists': {
    what: 'This server already has its organisation.',
    next: 'It is set up only once, and nothing changed. If that was you just now, unlock with your key; to join, ask an administrator for an invitation.',
  },
  'not-trusted': {
    what: 'You have not agreed to trust this server.',
    next: 'Nothing was sent to it. Check the address with your IT team, then agree to it first.',
  },
  conflict: {
    what: 'Somebody else changed this while you were editing.',
    next: 'Both versions are kept: yours is still here. Compare them, then keep one or merge them.',
  },
  'needs-choice': {
    what: 'Somebody else changed the same while you were editing.',
    next: 'Nothing is lost: your change is kept on this desk. Compare both, and choose.',
  },
  'changed-here': {
    what: 'Another change of yours to this login is not sent yet.',
    next: 'It was made in another window. What you typed is still here. Open “Not sent yet”, send or discard that change, then save again.',
  },
  'stale-folder': {
    what: 'This folder needs a new key before it takes changes.',
    next: 'Somebody lost access to it. Reading and filling still work; a manager’s next unlock renews the key. What you typed is still here.',
  },
  'tampered-folder': {
    what: 'The server’s data for this folder is not what its members signed.',
    next: 'This folder is refused; the others still work. Do not type its passwords anywhere new, and tell your security team.',
  },
  'tampered-ledger': {
    what: 'The server’s record of who may do what is not what its members signed.',
    next: 'Cloison refuses it and keeps to the last record it checked. Tell your security team.',
  },
  'rolled-back': {
    what: 'The server shows an older state than this desk has already seen.',
    next: 'Cloison refuses it. It may be a restored backup, or an attack: tell your security team.',
  },
  'not-allowed': {
    what: 'You do not have the access that this takes.',
    next: 'Nothing changed. Ask a manager of this folder, or an administrator.',
  },
  'too-large': {
    what: 'This is too large.',
    next: 'Nothing was saved; it is still here. Shorten it, then save again.',
  },
  'bad-request': {
    what: 'The server did not understand this request.',
    next: 'Nothing changed. Update the extension, then try again; tell IT if it lasts.',
  },
  'too-many': { what: 'Too many tries in a short time.', next: 'Nothing is lost. Wait a minute, then try again.' },
  'nothing-to-fill': {
    what: 'This login has nothing that this page asks for.',
    next: 'The page was not touched. Choose another login, or ask its editor to complete it.',
  },
  'no-field-here': {
    what: 'There is no sign-in field on this page.',
    next: 'Nothing was filled. Open the sign-in page, then fill again.',
  },
  'other-client': {
    what: 'This login belongs to another client than the one you work for now.',
    next: 'Nothing was filled. Choose that client at the top of the popup, then fill again.',
  },
  'sends-elsewhere': {
    what: 'The form on this page would send the login to another address.',
    next: 'Nothing was filled. If that address is this portal’s too, ask somebody who edits the login to add it. If not, tell your security team.',
  },
  'no-login-for-page': {
    what: 'No login of yours is for this page.',
    next: 'A login fills only at the address it was saved for. Search for it, or ask a manager for access.',
  },
  'bad-code': {
    what: 'This is not the set-up code.',
    next: 'It is printed in the server’s log at its first start. Copy it from there.',
  },
  'bad-address': {
    what: 'This is not an address that Cloison can trust.',
    next: 'It must be https, or on this very machine. Nothing was sent. Check it with your IT team.',
  },
  'not-cloison': {
    what: 'There is no Cloison server at this address.',
    next: 'Nothing was sent to it. Check the address with your IT team.',
  },
  'no-server': {
    what: 'No server is known in this browser profile.',
    next: 'Open your organisation’s Cloison address, or paste an invitation code.',
  },
  pending: {
    what: 'Your access is not approved yet.',
    next: 'Your key is registered. Ask the person who invited you to approve it, then unlock.',
  },
  'credential-unknown': {
    what: 'The server does not know this key.',
    next: 'Nothing was opened. Use the key you registered here, or ask an administrator for an invitation.',
  },
  'key-unusable': {
    what: 'This key cannot be used for Cloison.',
    next: 'Nothing was stored. Try it once more, then another FIDO2 security key; tell IT if it lasts.',
  },
  'worker-gone': {
    what: 'The extension did not answer.',
    next: 'Nothing is lost. Try again; if it lasts, restart the browser.',
  },
  'bad-nonce': {
    what: 'This took too long.',
    next: 'Nothing changed. Start again; the key is to be touched within two minutes.',
  },
  'ceremony-over': {
    what: 'This took too long.',
    next: 'Nothing changed. Start again; the key is to be touched within two minutes.',
  },
  'bad-assertion': {
    what: 'The server did not accept the answer of the key.',
    next: 'Nothing was opened. Try again; tell IT if it lasts.',
  },
  'bad-voprf-proof': {
    what: 'The answer of the server does not prove true.',
    next: 'Cloison refused it, and nothing was opened. Tell your security team.',
  },
  'wrong-org': {
    what: 'This key belongs to another organisation.',
    next: 'Nothing was opened. Use the key you registered here, or check the server address.',
  },
  'no-org': {
    what: 'This server has no organisation yet.',
    next: 'Whoever holds its set-up code makes one first. Tell your IT team.',
  },
  locked: {
    what: 'Cloison is locked.',
    next: 'Nothing was done. Unlock, then try again.',
  },
  'clock-off': {
    what: 'The clock of this desk differs from the server’s.',
    next: 'Nothing changed. Set the clock right, or tell IT, then try again.',
  },
  enrolled: {
    what: 'Your key is registered, but Cloison is not open yet.',
    next: 'Nothing is lost, and nothing is to be done again. Unlock with this key and your PIN.',
  },
  'not-signed-in': {
    what: 'Your session is over.',
    next: 'Nothing is lost. Unlock again.',
  },
  'bad-proof': {
    what: 'The server did not accept the signature of this session.',
    next: 'Nothing changed. Unlock again; tell IT if it lasts.',
  },
  'not-found': {
    what: 'The server does not know this any more.',
    next: 'Nothing changed. Start again.',
  },
  internal: {
    what: 'Something went wrong on the server.',
    next: 'Nothing is lost; what you typed is still here. Try again; tell IT if it lasts.',
  },
  'bad-reply': {
    what: "The server's answer makes no sense to Cloison.",
    next: 'Nothing is lost; what you typed is still here. The server or the extension may be out of date: tell IT.',
  },
  'no-ledger': {
    what: 'The server has not shown its record of who may do what.',
    next: 'Nothing was opened. Try again; tell IT if it lasts.',
  },
  unknown: {
    what: 'Something went wrong.',
    next: 'Your logins are safe. Try again; tell IT if it lasts.',
  },
  'bad-seed': {
    what: 'This is no seed for one-time codes.',
    next: 'Paste what the site shows: a key of at least 16 letters A to Z and digits 2 to 7, or its whole otpauth:// address.',
  },
  'counter-seed': {
    what: 'This key makes codes by counting (HOTP).',
    next: 'Cloison makes codes by the clock (TOTP) only: choose an authenticator app at the site.',
  },
  'steam-seed': {
    what: "This is a key for Steam's own codes.",
    next: 'Cloison makes the usual codes of six to eight digits only.',
  },
  'no-code': {
    what: 'This login makes no one-time codes.',
    next: "Nothing was copied. Somebody who may edit it can add the site's key.",
  },
  'offer-over': {
    what: 'What was typed in this tab is not kept any more.',
    next: 'Nothing was saved. It is kept for five minutes: sign in again, or add the login in the console.',
  },
}
