import { Notice } from '@fernweh/ui/Notice'
import { Trouble } from '@fernweh/ui/Trouble'
import { useWords } from '../words.ts'
import styles from './FormTrouble.module.css'
import type { FormView } from './form-view.ts'
import { type FieldOfForm, troubleOf } from './use-form.ts'

interface FormTroubleProps {
  form: FormView & { id: string; wrong: FieldOfForm[] }
  /** Where one comes back to after signing in again. */
  next?: string
}

/** What stands in a form's way. It gets the focus, so that it is read and the next step leads to the fields. */
export function FormTrouble({ form: { id, words, fault, wrong }, next = '/' }: FormTroubleProps) {
  const { t } = useWords()
  const trouble = troubleOf(id)
  if (words === null && fault === null && wrong.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, and these are words
    <div id={trouble} role="group" aria-labelledby={`${trouble}-words`} tabIndex={-1}>
      <div id={`${trouble}-words`}>
        {words !== null && <Notice kind="loss">{words}</Notice>}
        {fault !== null && <Trouble fault={fault} signInHref={`/sign-in?next=${encodeURIComponent(next)}`} />}
        {wrong.length > 0 && (
          <Notice kind="loss">
            <p>{t('form.look-again')}</p>
            <ul className={styles.wrong}>
              {wrong.map((field) => (
                <li key={field.id}>
                  <a href={`#${field.id}`}>{field.label}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </div>
  )
}
