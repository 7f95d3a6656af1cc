/* global document, window */
import $ from 'jquery'
import Inputmask from 'inputmask'

window.jQuery = window.$ = $

/** Masks of two jQuery times: one looks at keys, the other takes the element's `value` over. The state is the plugins'. */
$('#root').html(`
  <h1>Sign in</h1>
  <form>
    <label for="workspace">Workspace</label><input id="workspace" name="workspace" />
    <label for="user">Username</label><input id="user" name="user" />
    <label for="pass">Password</label><input id="pass" name="pass" type="password" />
    <button class="full" disabled>Sign in</button>
  </form>
  <p id="model"></p>`)

const held = { workspace: '', user: '', pass: '' }
$('#root').on('input change', 'input', (event) => {
  held[event.target.name] = $(event.target).val()
  $('#model').text(`${held.workspace} / ${held.user} / ${held.pass}`)
  $('button').prop('disabled', !/^[A-Z]{3}-\d{3}$/.test(held.workspace) || !held.user || !held.pass)
})
$('form').on('submit', (event) => {
  event.preventDefault()
  void window.signIn(held.user, held.pass, held.workspace)
})

void import('jquery-mask-plugin').then(() => {
  $('#user').mask('SSS.SSSSSS', { translation: { S: { pattern: /[a-z]/ } } })
  Inputmask({ mask: 'AAA-999', showMaskOnFocus: false, showMaskOnHover: false }).mask(
    document.querySelector('#workspace'),
  )
})
