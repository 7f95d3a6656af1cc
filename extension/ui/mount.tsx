import './tokens.css'
import './base.css'
import { render, type ComponentType } from 'preact'
import { followLanguage } from '../words/language.ts'
import { ToastRegion } from './toast.tsx'

/** Draws a page into `<div id="app">`: the look, its language, the screen, and the region where toasts are told. */
export function mount(Screen: ComponentType): void {
  const place = document.getElementById('app')
  if (place === null) throw new Error('this page has no #app')
  followLanguage()
  render(
    <>
      <Screen />
      <ToastRegion />
    </>,
    place,
  )
}
