import { render, type ComponentType } from 'preact'
import { followChoice, followLanguage } from '../words/language.ts'
import { ToastRegion } from './toast.tsx'
import './tokens.css'
import './base.css'

/**
 * Draws a page into `<div id="app">`: the look, the language, once it is known, the screen, and the region where toasts are told.
 * P8: in a frame nothing is drawn, but for the one page that is made for it.
 */
export function mount(Screen: ComponentType, where: 'alone' | 'framed' = 'alone'): void {
  if (where === 'alone' && window.top !== window) return
  const place = document.getElementById('app')
  if (place === null) throw new Error('this page has no #app')
  const draw = () => {
    followLanguage()
    render(
      <>
        <Screen />
        <ToastRegion />
      </>,
      place,
    )
  }
  // Nothing is drawn in one language first and then in another. What the store cannot tell, the browser's language replaces.
  void followChoice().then(draw, draw)
}
