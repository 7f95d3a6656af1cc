/* global document */
import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'

/** A sign-up whose inputs are controlled; the confirmation is judged at each change. `#model` shows what React holds. */
function SignUp() {
  const [email, setEmail] = useState('')
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const field = (label, name, type, value, set, more) => [
    h('label', { key: `${name}-label`, htmlFor: name }, label),
    h('input', { key: name, id: name, name, type, value, onChange: (event) => set(event.target.value), ...more }),
  ]
  const judge = (input) => input?.setCustomValidity(first === second ? '' : 'The passwords differ.')
  return h('div', null, [
    h('h1', { key: 'title' }, 'Create your account'),
    h('form', { key: 'form', onSubmit: (event) => event.preventDefault() }, [
      field('Email', 'email', 'email', email, setEmail),
      field('Choose a password', 'p1', 'password', first, setFirst, { minLength: 12, required: true }),
      field('Confirm your password', 'p2', 'password', second, setSecond, { ref: judge, required: true }),
      h('button', { key: 'go', className: 'full', disabled: first === '' || first !== second }, 'Create account'),
    ]),
    h('p', { key: 'model', id: 'model' }, JSON.stringify([email, first, second])),
  ])
}

createRoot(document.querySelector('#root')).render(h(SignUp))
