/**
 * The detector's numbers: what each piece of evidence weighs, and the scores at which a decision turns. Change one only with the labelled
 * pages at hand (`e2e/journeys/labelled-pages.spec.ts`): they measure all of them together.
 * Single constants and no object: a script for pages that imports this file first has each number where it is used, at no extra bytes.
 */

// How strongly words say what a form is for, by the place where they stand (`weigh` in evidence.ts).

/** On the button that sends the form. */
export const ON_BUTTON = 4
/** In a heading in the form or right before it. */
export const IN_HEADING = 3
/** In the id, name, class or action of the form and what holds it. */
export const IN_NAMES = 2
/** In the page's title. */
export const IN_TITLE = 1
/** From this weight on a purpose counts as stated: by a heading alone, or by names and title together. */
export const STATED = 3

// A form with one password: for signing in, or for signing up (`scoreSignIn` in score-sign-in.ts)? What counts for signing in:

/** Where nothing speaks for either, a password is for signing in. */
export const SIGN_IN_BY_DEFAULT = 1
/** A link "forgot your password?". */
export const FORGOT_LINK = 3
/** A box "remember me". */
export const REMEMBER_BOX = 3
/** A field that says it takes the password in use now. */
export const CURRENT_PASSWORD = 4

// … and what counts for signing up:

/** Each field, besides the login, of a kind that no sign-in asks for. */
export const EXTRA_FIELD = 2
/** More than one of username, e-mail and phone. */
export const SEVERAL_LOGIN_IDS = 1.5
/** A field that says it takes a new password. */
export const NEW_PASSWORD = 5
/** A box that accepts terms, without one that asks to be remembered. */
export const TERMS_BOX = 2
/** Rules for the password ("at least 8 characters") beside or on the field. */
export const PASSWORD_RULES = 2
/** A heading about changing something. */
export const CHANGE_HEADING = 2

// The scores at which a form with one password is judged.

/** The score of a password that belongs to somebody else or to another server. */
export const FOREIGN = -100
/** The score of a password among fields that only a sign-up has: below 0, so the password is being chosen. */
export const AMONG_EXTRAS = -1
/** So many extra fields make a form a sign-up, unless the words for signing in lead by `LEAD_OVER_EXTRAS`. */
export const MANY_EXTRAS = 2
export const LEAD_OVER_EXTRAS = 4
/** From here on the page's words alone say that it signs somebody in: no settings and no administration make its password foreign then. */
export const SAID_TO_SIGN_IN = 4
/** A login field that does not say what it is, below this score, is not taken for one. */
export const NAMELESS_LOGIN = 2
/** A field that shows what is typed is given a password from this score on. */
export const SHOWN_PASSWORD = 4
/** Only a page with clear words for signing in reaches this score: then even two passwords, or one that says "confirm", are a sign-in. */
export const SURE_SIGN_IN = 6
/** The same for two password fields of which one takes the other's place, to show what is typed. */
export const TWIN_SIGN_IN = 1

// A form without a password: is it the first step of a sign-in (`withoutPassword` in without-password.ts)?

/** From this score on the form is the first step of a sign-in. */
export const STEP = 4
/** A password field that the page does not show yet. */
export const STEP_HIDDEN_PASSWORD = 4
/** The one field says nothing, but the form's names say that it signs in. */
export const STEP_NAMELESS = 2
/** The field has `autocomplete="username"` or `"webauthn"`. */
export const STEP_AUTOCOMPLETE = 4
/** A link "forgot your password?". */
export const STEP_FORGOT_LINK = 2
/** A box "remember me". */
export const STEP_REMEMBER_BOX = 2
/** The field says that it takes a username. */
export const STEP_USERNAME = 2
/** The button says "next". */
export const STEP_NEXT_BUTTON = 2
/** Words for another purpose (a reset, a newsletter, a search, administration) count against it this many times. */
export const STEP_OTHER_PURPOSE = 2
/** The button says "save": counts against it. */
export const STEP_SAVE_BUTTON = 4
/** A box that accepts terms: counts against it. */
export const STEP_TERMS_BOX = 2
/** Where words for one-time codes reach this weight, a lone field that does not say what it takes is for the code. */
export const STATED_CODE = 2

// Which field beside a password is its login (`usernameBeside` in username-beside.ts): the highest rank is.

export const RANK_USERNAME = 6
export const RANK_EMAIL = 5
export const RANK_PHONE = 4
/** A field that says nothing of itself. */
export const RANK_UNKNOWN = 3
export const RANK_COMPANY = 1
export const RANK_PERSON = 1
/** Taken off a field that stands after the password: only one that says that it is a login keeps a rank above 0. */
export const RANK_AFTER_PASSWORD = 3

// Which field takes which custom value (`matchCustom` in match-custom.ts): the highest score does.

/** The field is called exactly as the value is. */
export const SAME_WORDS = 10
/** Their names share words that mean something; each shared word adds 1. */
export const SHARED_WORDS = 4
/** The field takes a company code, and the value's name says that it is one. */
export const BOTH_COMPANY_CODES = 2
