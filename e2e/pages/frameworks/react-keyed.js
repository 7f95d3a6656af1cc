/* global document, window */
import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'

/** Inputs that React throws away and makes anew: the password's at its focus, both at each change. */
function Login() {
  const [user, setUser] = useState('')
  const [pass, setPass] = useState('')
  const [turn, setTurn] = useState(0)
  const send = (event) => {
    event.preventDefault()
    void window.signIn(user, pass, '')
  }
  const input = (name, type, value, set, more) =>
    h('input', {
      key: `${name}${turn}`,
      id: name,
      name,
      type,
      value,
      onChange: (event) => set(event.target.value),
      ...more,
    })
  const anew = (set) => (value) => {
    set(value)
    setTurn(turn + 1)
  }
  const onFocus = () => turn < 3 && setTurn(turn + 1)
  return h('div', null, [
    h('h1', { key: 'title' }, 'Sign in'),
    h('form', { key: 'form', onSubmit: send }, [
      h('label', { key: 'l1', htmlFor: 'user' }, 'Username'),
      input('user', 'text', user, anew(setUser)),
      h('label', { key: 'l2', htmlFor: 'pass' }, 'Password'),
      input('pass', 'password', pass, anew(setPass), { onFocus }),
      h('button', { key: 'go', className: 'full', disabled: user === '' || pass === '' }, 'Sign in'),
    ]),
    h('p', { key: 'model', id: 'model' }, `${user} / ${pass}`),
  ])
}

createRoot(document.querySelector('#root')).render(h(Login))
