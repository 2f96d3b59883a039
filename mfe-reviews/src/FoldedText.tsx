import { joinClasses } from '@fernweh/ui/join-classes'
import { useHydrated } from '@fernweh/ui/use-hydrated'
import { useId, useState } from 'react'
import styles from './FoldedText.module.css'
import { useMessages } from './messages/use-messages.ts'

/** About eight lines of a phone. */
const LONG = 400

/** A long text shows its beginning and opens on request. Without script it is whole: nothing could open it. */
export function FoldedText({ text }: { text: string }) {
  const { t } = useMessages()
  const id = useId()
  const [open, setOpen] = useState(false)
  const folds = useHydrated() && text.length > LONG
  return (
    <>
      <p id={id} className={joinClasses(styles.text, folds && !open && styles.folded)} dir="auto">
        {text}
      </p>
      {folds && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'review.show-less' : 'review.read-more')}
        </button>
      )}
    </>
  )
}
