import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { consoleWords } from '../../words/console.ts'
import { toChange } from '../state/sheet.ts'

/** P7: after a removal, the passwords that the removed people could use. Shown until it is dismissed. */
export function PasswordsToChange() {
  const t = consoleWords()
  return (
    <>
      {toChange.value.map((left) => (
        <div class="c-warnings" key={left.who}>
          <Banner
            kind="warn"
            title={t.toChangeTitle(left.who)}
            act={
              <Button
                size="small"
                onClick={() => {
                  toChange.value = toChange.value.filter((each) => each !== left)
                }}
              >
                {t.dismiss}
              </Button>
            }
          >
            {t.toChangeHint}
            <ul class="c-to-change" aria-label={t.toChangeTitle(left.who)} tabIndex={0}>
              {left.passwords.map(({ name, path }) => (
                <li key={[...path, name].join('\n')}>
                  <strong>{name}</strong> <span class="c-soft">{path.join(' › ')}</span>
                </li>
              ))}
            </ul>
          </Banner>
        </div>
      ))}
    </>
  )
}
