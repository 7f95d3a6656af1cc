import { render, type ComponentType } from 'preact'
import { followLanguage } from '../words/language.ts'
import { ToastRegion } from './toast.tsx'
import './tokens.css'
import './base.css'

/**
 * Draws a page into `<div id="app">`: the look, its language, the screen, and the region where toasts are told. P8: in a frame
 * nothing is drawn, but for the one page that is made for it.
 */
export function mount(Screen: ComponentType, where: 'alone' | 'framed' = 'alone'): void {
  if (where === 'alone' && window.top !== window) return
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
