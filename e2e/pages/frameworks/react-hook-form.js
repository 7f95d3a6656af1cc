/* global document, window */
import { createElement as h } from 'react'
import { createRoot } from 'react-dom/client'
import { useForm, useWatch } from 'react-hook-form'

/** Uncontrolled inputs of a form library: it judges a field when it is left, and opens the button when all are right. */
function Login() {
  const { register, handleSubmit, control, formState } = useForm({
    mode: 'onBlur',
    defaultValues: { user: '', pass: '' },
  })
  const [user, pass] = useWatch({ control, name: ['user', 'pass'] })
  const { isValid, touchedFields } = formState
  const open = isValid && touchedFields.user && touchedFields.pass
  return h('div', null, [
    h('h1', { key: 'title' }, 'Sign in'),
    h('form', { key: 'form', onSubmit: handleSubmit((held) => window.signIn(held.user, held.pass, '')) }, [
      h('label', { key: 'l1', htmlFor: 'user' }, 'Username'),
      h('input', { key: 'f1', id: 'user', ...register('user', { required: true }) }),
      h('label', { key: 'l2', htmlFor: 'pass' }, 'Password'),
      h('input', { key: 'f2', id: 'pass', type: 'password', ...register('pass', { required: true, minLength: 8 }) }),
      h('button', { key: 'go', className: 'full', disabled: !open }, 'Sign in'),
    ]),
    h('p', { key: 'model', id: 'model' }, `${user} / ${pass}`),
  ])
}

createRoot(document.querySelector('#root')).render(h(Login))
