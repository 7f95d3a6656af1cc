/* global document, fetch, window */
/**
 * Every page's own script: `window.seen` is what the page itself heard in `input` and `change` events, by field name.
 * A form marked data-sign-in asks the server, and says who is signed in.
 */
window.seen = {}
const hear = (event) => {
  const field = event.composedPath()[0]
  window.seen[field.name || field.id] = field.value
}
document.addEventListener('input', hear, true)
document.addEventListener('change', hear, true)

/** Asks the server whether these are right, as a site would; says so in the page's status line. */
window.signIn = async (username, password, company) => {
  const status = document.querySelector('[role=status]')
  const answer = await fetch('/portal/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password, company: company || null }),
  })
  const { name } = await answer.json()
  status.textContent = answer.ok ? `Signed in as ${name}` : 'These details do not match. Check them and try again.'
  status.className = answer.ok ? 'good' : 'bad'
}

document.addEventListener('submit', (event) => {
  event.preventDefault()
  const form = event.target
  if (!form.matches('[data-sign-in]')) return
  const read = (role) => form.querySelector(`[data-read=${role}]`)?.value ?? ''
  void window.signIn(read('username'), read('password'), read('company'))
})
