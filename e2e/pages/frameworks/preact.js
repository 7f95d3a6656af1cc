/* global document, window */
import { h, render } from 'preact'
import { useState } from 'preact/hooks'

/** Preact with controlled inputs. */
function Login() {
  const [user, setUser] = useState('')
  const [pass, setPass] = useState('')
  const send = (event) => {
    event.preventDefault()
    void window.signIn(user, pass, '')
  }
  return h('div', null, [
    h('h1', null, 'Sign in'),
    h('form', { onSubmit: send }, [
      h('label', { for: 'user' }, 'Username'),
      h('input', { id: 'user', value: user, onInput: (event) => setUser(event.currentTarget.value) }),
      h('label', { for: 'pass' }, 'Password'),
      h('input', { id: 'pass', type: 'password', value: pass, onInput: (event) => setPass(event.currentTarget.value) }),
      h('button', { class: 'full', disabled: user === '' || pass.length < 8 }, 'Sign in'),
    ]),
    h('p', { id: 'model' }, `${user} / ${pass}`),
  ])
}

render(h(Login), document.querySelector('#root'))
