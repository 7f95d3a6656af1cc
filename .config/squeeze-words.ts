import type { Plugin } from 'vite'

const LISTS = /\/vocabulary\/[a-z]{2}\.ts$/
const TEXTS = /`[^`]*`|'[^'\n]*'|"[^"\n]*"/g

/**
 * Leaves out of the lists of words what is for people to read: line breaks, blanks after commas, accents (the engine takes those off both
 * sides anyway). A page with a login carries these lists.
 */
export const squeezeWords: Plugin = {
  name: 'squeeze-words',
  enforce: 'pre',
  transform: (code, id) => (LISTS.test(id) ? code.replace(TEXTS, squeeze) : null),
}

function squeeze(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(^`|,) | (?=`$)/g, '$1')
    .replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFKD').slice(0, 1))
}
