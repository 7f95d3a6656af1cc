import { LoaderCircle } from 'lucide-preact'
import './spinner.css'

/** A spinner, always beside a word that says what runs. It does not turn under reduced motion. */
export function Spinner({ size = 16 }: { size?: 16 | 20 }) {
  return <LoaderCircle class="ui-spinner" size={size} aria-hidden="true" />
}
