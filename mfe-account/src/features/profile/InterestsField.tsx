import type { FormField } from '@fernweh/kit/browser/forms/use-form'
import { Chip, Chips } from '@fernweh/ui/forms/Chip'
import { INTERESTS, useInterestName } from './choices.ts'

interface InterestsFieldProps extends FormField {
  hint: string
  chosen: string[]
}

export function InterestsField({ id, name, label, hint, error, chosen }: InterestsFieldProps) {
  const interestName = useInterestName()
  return (
    <Chips id={id} legend={label} hint={hint} error={error}>
      {[...new Set([...INTERESTS, ...chosen])].map((interest) => (
        <Chip key={interest} type="checkbox" name={name} value={interest} defaultChecked={chosen.includes(interest)}>
          {interestName(interest)}
        </Chip>
      ))}
    </Chips>
  )
}
