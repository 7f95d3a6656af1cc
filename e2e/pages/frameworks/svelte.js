/* global document */
import { mount } from 'svelte'
import Login from './login.svelte'

mount(Login, { target: document.querySelector('#root') })
