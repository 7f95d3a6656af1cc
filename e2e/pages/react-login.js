/* global document, window */
import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'

/** A sign-in whose inputs are controlled: React puts back whatever it did not hear of. `#model` shows what React holds. */
function Login() {
  const [user, setUser] = useState('')
  const [pass, setPass] = useState('')
  const [company, setCompany] = useState('')
  const send = (event) => {
    event.preventDefault()
    void window.signIn(user, pass, company)
  }
  const field = (label, name, type, value, set) => [
    h('label', { key: `${name}-label`, htmlFor: name }, label),
    h('input', { key: name, id: name, name, type, value, onChange: (event) => set(event.target.value) }),
  ]
  return [
    h('h1', { key: 'title' }, 'Sign in'),
    h(
      'form',
      { key: 'form', onSubmit: send },
      field('Workspace', 'workspace', 'text', company, setCompany),
      field('Email or username', 'user', 'text', user, setUser),
      field('Password', 'pass', 'password', pass, setPass),
      h('button', { className: 'full', disabled: user === '' || pass === '' }, 'Sign in'),
    ),
    h('p', { key: 'model', id: 'model' }, `${company} / ${user} / ${pass}`),
    h('p', { key: 'status', role: 'status' }),
  ]
}

createRoot(document.querySelector('#root')).render(h(Login))
