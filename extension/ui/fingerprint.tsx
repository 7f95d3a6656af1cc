import './fingerprint.css'

interface FingerprintProps {
  /** Eight groups of four digits. */
  readonly groups: readonly string[]
  /** A second hash: the groups in which the two differ are marked. */
  readonly against?: readonly string[] | null
}

/** A hash that two people compare, in groups. */
export function Fingerprint({ groups, against = null }: FingerprintProps) {
  return (
    <code class="ui-fingerprint">
      {groups.map((group, at) => (
        <span key={at} data-differs={against !== null && against[at] !== group}>
          {group}{' '}
        </span>
      ))}
    </code>
  )
}
