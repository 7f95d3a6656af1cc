/* global document, window */
import { createElement as h, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'

/** Six controlled boxes without a length of their own: each keeps the last digit, and a paste goes to all. */
function Code() {
  const [digits, setDigits] = useState(['', '', '', '', '', ''])
  const boxes = useRef([])
  const put = (at, text) => {
    setDigits((held) => held.map((digit, place) => (place === at ? text.slice(-1) : digit)))
    if (text !== '') boxes.current[at + 1]?.focus()
  }
  const box = (digit, at) =>
    h('input', {
      key: at,
      ref: (element) => (boxes.current[at] = element),
      'aria-label': `Digit ${at + 1} of the verification code`,
      autoComplete: 'one-time-code',
      inputMode: 'numeric',
      style: { width: 40 },
      value: digit,
      onChange: (event) => put(at, event.target.value),
      onPaste: (event) => {
        event.preventDefault()
        setDigits([...event.clipboardData.getData('text')].slice(0, 6))
      },
    })
  const send = (event) => {
    event.preventDefault()
    void window.signIn('lea.martin', digits.join(''), '')
  }
  return h('div', null, [
    h('h1', { key: 'title' }, 'Two-step verification'),
    h('form', { key: 'form', onSubmit: send }, [
      ...digits.map(box),
      h('button', { key: 'go', className: 'full', disabled: digits.includes('') }, 'Verify'),
    ]),
    h('p', { key: 'model', id: 'model' }, digits.join('')),
  ])
}

createRoot(document.querySelector('#root')).render(h(Code))
