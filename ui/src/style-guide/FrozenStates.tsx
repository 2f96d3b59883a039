import { type ReactNode, useEffect } from 'react'
import { Picture } from '../content/Picture.tsx'
import { Button } from '../forms/Button.tsx'
import { Chip } from '../forms/Chip.tsx'
import { Field } from '../forms/Field.tsx'
import { Card } from '../layout/Card.tsx'
import { Example, State } from './Example.tsx'
import { freezeStates } from './freeze-states.ts'

/** The states of hover and focus, shown without pointer or keyboard. */
export function FrozenStates() {
  useEffect(freezeStates, [])
  return (
    <Example name="Hover, focus" note="Shown without pointer or keyboard, including rules that a component adds.">
      {(['hover', 'focus'] as const).flatMap((state) =>
        Object.entries(controls).map(([name, draw]) => (
          <State key={name + state} name={`${name}, ${state}`}>
            <div data-frozen={state}>{draw(`guide-${name}-${state}`)}</div>
          </State>
        )),
      )}
    </Example>
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
