import { detect } from '../../extension/autofill/detect.ts'
import { newSight } from '../../extension/autofill/visible.ts'
import { LATIN } from '../../extension/autofill/vocabulary/latin.ts'
import { OTHER } from '../../extension/autofill/vocabulary/other.ts'
import { OWN } from '../../extension/autofill/vocabulary/own.ts'
import { loadWords } from '../../extension/autofill/vocabulary/words.ts'
import type { Answer } from './detect-all.ts'

declare global {
  var detectMarks: () => Answer
}

loadWords([OWN, LATIN, OTHER])

/** Runs the detector in the page. Names the fields by the `data-bm` numbers of the labels, which the detector does not read. */
globalThis.detectMarks = () => {
  const start = performance.now()
  const { forms } = detect({ document })
  const ms = performance.now() - start
  const found = forms.flatMap((form) =>
    form.fields.map(({ element, role, reasons }) => ({
      mark: element.dataset['bm'] ?? '',
      role,
      password: newSight().hides(element),
      why: [form.kind, ...form.reasons, ...reasons].join(', '),
    })),
  )
  return { ms, found }
}
