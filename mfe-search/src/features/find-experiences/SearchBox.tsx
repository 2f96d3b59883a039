import { Button } from '@fernweh/ui/Button'
import { Field } from '@fernweh/ui/Field'
import styles from './SearchBox.module.css'

export function SearchBox({ q }: { q: string }) {
  return (
    <div className={styles.box}>
      <h1>Where would you rather be?</h1>
      <search>
        <form className={styles.form} action="/" method="get">
          <Field id="search-q" label="A city, a taste, a thing to do">
            {(control) => (
              <input {...control} type="search" name="q" defaultValue={q} maxLength={200} autoComplete="off" />
            )}
          </Field>
          <Button type="submit" kind="action">
            Find
          </Button>
        </form>
      </search>
    </div>
  )
}
