import { useState } from 'react'
import { Button, ButtonLink } from '../forms/Button.tsx'
import { Chip, ChipLink, Chips } from '../forms/Chip.tsx'
import { DateField } from '../forms/DateField.tsx'
import { Field } from '../forms/Field.tsx'
import { RatingField } from '../forms/RatingField.tsx'
import { Select } from '../forms/Select.tsx'
import { Stepper } from '../forms/Stepper.tsx'
import { Disclosure } from '../layout/Disclosure.tsx'
import { Pagination } from '../layout/Pagination.tsx'
import { Example, State } from './Example.tsx'
import { FrozenStates } from './FrozenStates.tsx'

const sorts = [
  ['soonest', 'Soonest first'],
  ['price', 'Lowest price first'],
] as const

export function Controls() {
  const [seats, setSeats] = useState(2)
  return (
    <>
      <Example
        name="Button"
        note="Verbs. One action a page, quiet for the rest, plain beside words. Busy keeps its width."
      >
        <State name="action">
          <Button kind="action">Hold 2 seats</Button>
        </State>
        <State name="action, busy">
          <Button kind="action" busy>
            Hold 2 seats
          </Button>
        </State>
        <State name="quiet">
          <Button>Save for later</Button>
        </State>
        <State name="quiet, busy">
          <Button busy>Save for later</Button>
        </State>
        <State name="plain">
          <Button kind="plain">Sign out</Button>
        </State>
        <State name="refused: cannot be pressed">
          <Button kind="action" disabled>
            Fully booked
          </Button>
        </State>
        <State name="as a link">
          <ButtonLink href="#button">See the ticket</ButtonLink>
        </State>
      </Example>
      <Example name="Field" note="Label, hint and error belong to the control. Any native control goes inside.">
        <State name="rest">
          <Field id="guide-name" label="Name" hint="Shown next to your reviews.">
            {(control) => <input {...control} defaultValue="Ann" />}
          </Field>
        </State>
        <State name="empty, optional">
          <Field id="guide-city" label="Home city" optional>
            {(control) => <input {...control} />}
          </Field>
        </State>
        <State name="refused">
          <Field id="guide-mail" label="Mail" error="A mail address has an @ in it.">
            {(control) => <input {...control} defaultValue="ann.example.org" />}
          </Field>
        </State>
        <State name="cannot be changed">
          <Field id="guide-fixed" label="Mail">
            {(control) => <input {...control} defaultValue="ann@example.org" disabled />}
          </Field>
        </State>
        <State name="many words" wide>
          <Field id="guide-text" label="What was it like?">
            {(control) => <textarea {...control} />}
          </Field>
        </State>
      </Example>
      <Example name="Select" note="One of a few, where chips would be too many.">
        <State name="rest">
          <Select id="guide-sort" label="Order" name="sort" choices={sorts} defaultValue="price" />
        </State>
        <State name="refused">
          <Select id="guide-sort-refused" label="Order" name="sort" choices={sorts} error="Choose one of these." />
        </State>
      </Example>
      <Example name="DateField" note="The browser’s calendar, in the reader’s own language.">
        <State name="empty">
          <DateField id="guide-from" label="From" name="from" />
        </State>
        <State name="filled">
          <DateField id="guide-to" label="To" name="to" defaultValue="2030-03-14" min="2030-01-01" />
        </State>
      </Example>
      <Example
        name="Chip"
        note="Filters and interests. Native radio buttons, checkboxes or links: works without script."
      >
        <State name="one of several" wide>
          <Chips id="guide-when" legend="When">
            <Chip type="radio" name="guide-when" value="any" defaultChecked>
              Any day
            </Chip>
            <Chip type="radio" name="guide-when" value="weekend">
              This weekend
            </Chip>
            <Chip type="radio" name="guide-when" value="past" disabled>
              Yesterday
            </Chip>
          </Chips>
        </State>
        <State name="each for itself, refused" wide>
          <Chips id="guide-draws" legend="Interests" error="Choose at most five.">
            <Chip type="checkbox" name="guide-draws" value="tasting" defaultChecked>
              Tastings
            </Chip>
            <Chip type="checkbox" name="guide-draws" value="water">
              On the water
            </Chip>
            <Chip type="checkbox" name="guide-draws" value="music" defaultChecked>
              Music
            </Chip>
          </Chips>
        </State>
        <State name="as links" wide>
          <ChipLink href="#chip" current>
            Lisbon
          </ChipLink>{' '}
          <ChipLink href="#chip">Porto</ChipLink>
        </State>
      </Example>
      <Example name="Stepper" note="A small whole number. Shown only where script runs.">
        <State name="rest">
          <Stepper
            label="Group size"
            unit="people"
            fewer="One person fewer"
            more="One person more"
            value={seats}
            min={1}
            max={20}
            onChange={setSeats}
          />
        </State>
        <State name="at its end">
          <Stepper
            label="Group size"
            unit="person"
            fewer="One person fewer"
            more="One person more"
            value={1}
            min={1}
            max={20}
            onChange={() => {}}
          />
        </State>
      </Example>
      <Example name="RatingField" note="One to five as radio buttons.">
        <State name="rest">
          <RatingField name="guide-rating" legend="How was it?" words={['Bad', 'Poor', 'Fine', 'Good', 'Wonderful']} />
        </State>
        <State name="refused">
          <RatingField
            name="guide-rating-refused"
            legend="How was it?"
            words={['Bad', 'Poor', 'Fine', 'Good', 'Wonderful']}
            error="Choose how it was."
          />
        </State>
      </Example>
      <Example name="Disclosure" note="Content that is shown on demand.">
        <State name="closed">
          <Disclosure summary="When can I cancel?">Until a day before it begins.</Disclosure>
        </State>
        <State name="open">
          <Disclosure summary="When can I cancel?" open>
            Until a day before it begins.
          </Disclosure>
        </State>
      </Example>
      <Example name="Pagination" note="Plain links; one step at a time on a phone.">
        <State name="in the middle" wide>
          <Pagination page={7} pages={20} hrefOf={() => '#pagination'} />
        </State>
      </Example>
      <FrozenStates />
    </>
  )
}
