const words = {
  en: {
    title: 'Open Cloison',
    what: 'Cloison keeps your team’s passwords. Only a key and a PIN open them; this server sees ciphertext alone.',
    open: 'Open Cloison',
    ready: 'Opens in a window of the extension. Nothing is typed on this page.',
    missing: 'The Cloison extension is not in this browser.',
    managed: 'At work, your IT department installs it: ask them, then reload this page.',
    operator: 'For whoever runs or tries this server',
    trying:
      'In your browser’s extensions page, turn on developer mode, choose “Load unpacked”, and pick the folder that npm start names.',
  },
  fr: {
    title: 'Ouvrir Cloison',
    what: 'Cloison garde les mots de passe de votre équipe. Seuls une clé et un PIN les ouvrent ; ce serveur ne voit que du chiffré.',
    open: 'Ouvrir Cloison',
    ready: 'S’ouvre dans une fenêtre de l’extension. Rien ne se saisit sur cette page.',
    missing: 'L’extension Cloison n’est pas dans ce navigateur.',
    managed: 'Au travail, c’est votre service informatique qui l’installe : demandez-lui, puis rechargez cette page.',
    operator: 'Pour qui fait tourner ou essaie ce serveur',
    trying:
      'Dans la page des extensions du navigateur, activez le mode développeur, choisissez « Charger l’extension non empaquetée », puis le dossier qu’indique npm start.',
  },
} as const

/** The extension's content script sets `data-cloison-here` on the root element; nothing else passes. */
export const style = `
:root { color-scheme: light dark; --paper: #fbfaf7; --panel: #fff; --line: #ddd9cf; --ink: #1c2321; --soft: #55605c;
  --accent: #0b6e5b; --on-accent: #fff; --focus: #1a56db }
@media (prefers-color-scheme: dark) { :root { --paper: #131716; --panel: #1b201f; --line: #343b39; --ink: #e9ecea;
  --soft: #a3ada9; --accent: #5cc7ae; --on-accent: #06231c; --focus: #8ab4ff } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--paper);
  color: var(--ink); font: 14px/1.45 system-ui, sans-serif }
main { width: 100%; max-width: 420px; padding: 40px; background: var(--panel); border: 1px solid var(--line);
  border-radius: 10px }
svg { display: block; margin-bottom: 24px; color: var(--accent) }
h1 { margin: 0 0 8px; font-size: 20px; font-weight: 600 }
p { margin: 0 0 16px; color: var(--soft); text-wrap: pretty }
p:last-child { margin-bottom: 0 }
strong { color: var(--ink); font-weight: 600 }
button { width: 100%; margin: 8px 0 12px; padding: 10px 16px; border: 0; border-radius: 6px; background: var(--accent);
  color: var(--on-accent); font: 600 14px/1.45 system-ui, sans-serif; cursor: pointer }
button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
details { color: var(--soft) }
details p { margin-top: 8px }
summary { cursor: pointer }
.away { margin-top: 24px; padding-top: 24px; border-top: 1px solid var(--line) }
.here, html[data-cloison-here] .away { display: none }
html[data-cloison-here] .here { display: block }
`

/** The same drawing as `extension/ui/mark.tsx`. */
const mark = `<svg width="40" height="40" viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5"><path d="M4 9.5A2.5 2.5 0 0 1 6.5 7H13v18H6.5A2.5 2.5 0 0 1 4 22.5Z" fill="currentColor" stroke="none"/><path d="M19.75 7.75h5.5a2 2 0 0 1 2 2v12.5a2 2 0 0 1-2 2h-5.5Z"/><path d="M16 3v26"/></svg>`

/** The page in that language: it says what this is, and either opens the extension or tells how to get it. */
export function page(language: keyof typeof words): string {
  const { title, what, open, ready, missing, managed, operator, trying } = words[language]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${mark}
<h1>Cloison</h1>
<p>${what}</p>
<div class="here"><button type="button" id="cloison-open">${open}</button><p>${ready}</p></div>
<div class="away"><p><strong>${missing}</strong></p><p>${managed}</p>
<details><summary>${operator}</summary><p>${trying}</p></details></div>
</main>
</body>
</html>
`
}
