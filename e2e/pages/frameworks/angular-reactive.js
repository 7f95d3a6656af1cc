/* global document, window */
import '@angular/compiler'
import 'zone.js'
import { Component } from '@angular/core'
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms'
import { bootstrapApplication } from '@angular/platform-browser'

/** Angular's reactive forms: one control takes its value at each input, the other when its field is left. */
class Login {
  form = new FormGroup({
    user: new FormControl('', Validators.required),
    pass: new FormControl('', { validators: [Validators.required, Validators.minLength(8)], updateOn: 'blur' }),
  })
  send() {
    const { user, pass } = this.form.value
    void window.signIn(user, pass, '')
  }
}

const Decorated = Component({
  selector: 'app-login',
  imports: [ReactiveFormsModule],
  template: `
    <h1>Sign in</h1>
    <form [formGroup]="form" (ngSubmit)="send()">
      <label for="user">Username</label>
      <input id="user" formControlName="user" />
      <label for="pass">Password</label>
      <input id="pass" type="password" formControlName="pass" />
      <button class="full" [disabled]="!form.valid || !form.touched">Sign in</button>
    </form>
    <p id="model">{{ form.value.user }} / {{ form.value.pass }}</p>
  `,
})(Login)

document.querySelector('#root').append(document.createElement('app-login'))
void bootstrapApplication(Decorated)
