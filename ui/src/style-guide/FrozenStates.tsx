import { type ReactNode, useEffect } from 'react'
import { Button } from '../forms/Button.tsx'
import { Card } from '../layout/Card.tsx'
import { Chip } from '../forms/Chip.tsx'
import { Field } from '../forms/Field.tsx'
import { Picture } from '../content/Picture.tsx'
import { freezeStates } from './freeze-states.ts'
import { Specimen, State } from './Example.tsx'

/** What a pointer and the keyboard bring about, held still. */
export function Frozen() {
  useEffect(freezeStates, [])
  return (
    <Specimen name="Hover, focus" note="Held still. Rules of their own, where a component has any, are seen here too.">
      {(['hover', 'focus'] as const).flatMap((state) =>
        Object.entries(controls).map(([name, draw]) => (
          <State key={name + state} name={`${name}, ${state}`}>
            <div data-frozen={state}>{draw(`living-${name}-${state}`)}</div>
          </State>
        )),
      )}
    </Specimen>
  )
}

const controls: Record<string, (id: string) => ReactNode> = {
  Button: () => <Button>Save for later</Button>,
  Chip: (id) => (
    <Chip type="checkbox" name={id}>
      On the water
    </Chip>
  ),
  Field: (id) => (
    <Field id={id} label="Name">
      {(control) => <input {...control} defaultValue="Ann" />}
    </Field>
  ),
  Card: () => (
    <Card
      picture={<Picture picture={null} alt="" sizes="14rem" />}
      kicker="Lisbon · tour"
      title="The last wooden trams"
      href="#card"
    />
  ),
}
