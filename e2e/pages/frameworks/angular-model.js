/* global document, window */
import '@angular/compiler'
import { Component, provideZonelessChangeDetection } from '@angular/core'
import { FormsModule } from '@angular/forms'
import { bootstrapApplication } from '@angular/platform-browser'

/** Angular's template-driven forms, without zones: what is drawn comes a task later. */
class Login {
  user = ''
  pass = ''
  send() {
    void window.signIn(this.user, this.pass, '')
  }
}

const Decorated = Component({
  selector: 'app-login',
  imports: [FormsModule],
  template: `
    <h1>Sign in</h1>
    <form #form="ngForm" (ngSubmit)="send()">
      <label for="user">Username</label>
      <input id="user" name="user" [(ngModel)]="user" required />
      <label for="pass">Password</label>
      <input id="pass" name="pass" type="password" [(ngModel)]="pass" required minlength="8" />
      <button class="full" [disabled]="!form.valid || form.pristine">Sign in</button>
    </form>
    <p id="model">{{ user }} / {{ pass }}</p>
  `,
})(Login)

document.querySelector('#root').append(document.createElement('app-login'))
void bootstrapApplication(Decorated, { providers: [provideZonelessChangeDetection()] })
