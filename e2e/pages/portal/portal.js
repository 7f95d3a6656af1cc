/* global document, fetch, FormData, location */
/** The portal's own sign-in: sends what its fields hold to its own server, and believes the answer. */
const form = document.querySelector('#sign-in')
const status = form.querySelector('[role=status]')

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  status.textContent = ''
  const { username, password, company } = Object.fromEntries(new FormData(form))
  const answer = await fetch('/portal/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password, company: company || null }),
  })
  if (!answer.ok) {
    status.textContent = 'Company code, username or password is wrong.'
    form.password.value = ''
    return
  }
  const { name } = await answer.json()
  document.querySelector('#welcome').textContent = `Signed in as ${name}`
  document.title = `Signed in as ${name} · Portail Atlas`
  form.hidden = true
  document.querySelector('#desk').hidden = false
})

document.querySelector('#sign-out').addEventListener('click', () => location.reload())
