/** A one-time code and until when it is the one (ms); `on-request`: the server would record that it was read. */
export type CodeView =
  | { is: 'none' }
  | { is: 'closed' }
  | { is: 'on-request' }
  | { is: 'shown'; code: string; until: number; period: number }
