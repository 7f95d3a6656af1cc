/* global customElements, document, window */
import { LitElement, html } from 'lit'
import { live } from 'lit/directives/live.js'

/** A web component: its fields are in its shadow root, its state is its own. */
class LoginBox extends LitElement {
  static properties = { user: { state: true }, pass: { state: true } }
  constructor() {
    super()
    this.user = ''
    this.pass = ''
  }
  render() {
    return html`<h1>Sign in</h1>
      <form @submit=${this.send}>
        <label for="user">Username</label>
        <input id="user" .value=${live(this.user)} @input=${(event) => (this.user = event.target.value)} />
        <label for="pass">Password</label>
        <input
          id="pass"
          type="password"
          .value=${live(this.pass)}
          @input=${(event) => (this.pass = event.target.value)}
        />
        <button ?disabled=${this.user === '' || this.pass.length < 8}>Sign in</button>
      </form>
      <p id="model">${this.user} / ${this.pass}</p>`
  }
  send(event) {
    event.preventDefault()
    void window.signIn(this.user, this.pass, '')
  }
}

customElements.define('login-box', LoginBox)
document.querySelector('#root').append(document.createElement('login-box'))
