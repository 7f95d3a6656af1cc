import { detect } from '../../extension/autofill/detect.ts'

export interface Found {
  mark: string
  role: string
  password: boolean
  why: string
}

declare global {
  var detectMarks: () => { ms: number; found: Found[] }
}

/** In the page: what is detected, by the corpus's marks, which the engine itself never reads. */
globalThis.detectMarks = () => {
  const start = performance.now()
  const { forms } = detect({ document })
  const ms = performance.now() - start
  const found = forms.flatMap((form) =>
    form.fields.map(({ element, role, reasons }) => ({
      mark: element.dataset['bm'] ?? '',
      role,
      password: element.type === 'password',
      why: [form.kind, ...form.reasons, ...reasons].join(', '),
    })),
  )
  return { ms, found }
}
