import { useId } from 'react'
import { useHydrated } from '../use-hydrated.ts'
import styles from './Stepper.module.css'

interface StepperProps {
  label: string
  /** Words after the number, e.g. "seats". */
  unit: string
  /** Names of the buttons, with what they count, e.g. "One seat fewer". */
  fewer: string
  more: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

/** Chooses a small whole number, one step at a time or by typing. Not there without script, which alone hears it. */
export function Stepper({ label, unit, fewer, more, value, min, max, onChange }: StepperProps) {
  const id = useId()
  const hydrated = useHydrated()
  const choose = (next: number) => onChange(toWithin(next, min, max))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its controls
    <div className={styles.stepper} role="group" aria-labelledby={`${id}-label`}>
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.step}
          aria-label={fewer}
          disabled={!hydrated || value <= min}
          onClick={() => choose(value - 1)}
        >
          <span aria-hidden="true">−</span>
        </button>
        <input
          id={id}
          className={styles.value}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          value={value}
          readOnly={!hydrated}
          onChange={(event) => event.target.value !== '' && choose(event.target.valueAsNumber)}
        />
        <button
          type="button"
          className={styles.step}
          aria-label={more}
          disabled={!hydrated || value >= max}
          onClick={() => choose(value + 1)}
        >
          <span aria-hidden="true">+</span>
        </button>
        <span className={styles.unit}>{unit}</span>
      </div>
    </div>
  )
}

export function toWithin(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, Math.trunc(value) || min))
}
