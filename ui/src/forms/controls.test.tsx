import { describe, expect, test } from 'vitest'
import { Disclosure } from '../layout/Disclosure.tsx'
import { Pagination, toShownPages } from '../layout/Pagination.tsx'
import { render } from '../testing/render.tsx'
import { Button } from './Button.tsx'
import { Chip, ChipLink, Chips } from './Chip.tsx'
import { DateField } from './DateField.tsx'
import { Field } from './Field.tsx'
import { Select } from './Select.tsx'
import { Stepper } from './Stepper.tsx'

const orders = [
  ['soonest', 'Soonest first'],
  ['price', 'Lowest price first'],
] as const

describe('a button', () => {
  test('can be pressed before there is script, unless it is told otherwise', () => {
    expect(render(<Button>Find</Button>)).not.toContain('disabled')
    expect(render(<Button disabled>Hold</Button>)).toContain('disabled=""')
  })

  test('that is busy says so, and cannot be pressed again', () => {
    const html = render(<Button busy>Hold</Button>)
    expect(html).toContain('aria-busy="true"')
    expect(html).toContain('disabled=""')
  })
})

describe('a field', () => {
  test('ties hint and error to its control', () => {
    const html = render(
      <Field id="name" label="Name" hint="As friends say it" error="Too short">
        {(control) => <input {...control} />}
      </Field>,
    )
    expect(html).toContain('aria-describedby="name-hint name-error"')
    expect(html).toContain('aria-invalid="true"')
  })

  test('that may stay empty says so in the reader’s language', () => {
    const field = (
      <Field id="city" label="Stadt" optional>
        {(control) => <input {...control} />}
      </Field>
    )
    expect(render(field, 'de-DE')).toContain('(optional)')
    expect(render(field, 'de-DE')).not.toContain('aria-invalid')
  })
})

describe('a select', () => {
  test('is a native control with the label’s name', () => {
    const html = render(<Select id="order" label="Order" name="order" choices={orders} defaultValue="price" />)
    expect(html).toContain('<label for="order">Order')
    expect(html).toMatch(/<select[^>]*name="order"/)
    expect(html).toContain('<option value="price" selected="">')
  })

  test('keeps a value that is not offered any more', () => {
    const html = render(<Select id="order" label="Order" name="order" choices={orders} defaultValue="oldest" />)
    expect(html).toContain('<option value="oldest" selected="">')
  })
})

test('a select says which language its words are in', () => {
  const html = render(<Select id="in" label="Language" name="in" choices={[['de-CH', 'Deutsch (Schweiz)', 'de-CH']]} />)
  expect(html).toContain('<option value="de-CH" lang="de-CH">')
})

test('a date field is the browser’s own', () => {
  const html = render(<DateField id="from" label="From" name="from" min="2030-01-01" error="Too early" />)
  expect(html).toMatch(/<input[^>]*type="date"/)
  expect(html).toContain('min="2030-01-01"')
  expect(html).toContain('aria-describedby="from-error"')
})

describe('a chip', () => {
  test('is a native choice inside its label', () => {
    const html = render(
      <Chips id="when" legend="When">
        <Chip type="radio" name="when" value="any" defaultChecked>
          Any day
        </Chip>
      </Chips>,
    )
    expect(html).toMatch(/<label[^>]*><input type="radio"[^>]*value="any"\/>Any day<\/label>/)
    expect(html).toMatch(/<legend[^>]*>When<\/legend>/)
  })

  test('that is refused says why to those who come to its question', () => {
    const chips = (
      <Chips id="draws" legend="Interests" error="At most five.">
        <Chip type="checkbox" name="draws" value="music">
          Music
        </Chip>
      </Chips>
    )
    expect(render(chips)).toMatch(/<fieldset id="draws"[^>]*aria-describedby="draws-error"/)
    expect(render(chips)).toMatch(/<p id="draws-error"[^>]*>At most five\./)
  })

  test('that leads elsewhere says which one is shown', () => {
    expect(render(<ChipLink href="/lisbon" current />)).toContain('aria-current="true"')
    expect(render(<ChipLink href="/lisbon" />)).not.toContain('aria-current')
  })
})

describe('pages', () => {
  const hrefOf = (page: number) => `/find?page=${page}`

  test('are links to the neighbours, the first and the last', () => {
    expect(toShownPages(7, 20)).toEqual([1, 6, 7, 8, 20])
    expect(toShownPages(1, 3)).toEqual([1, 2, 3])
    expect(toShownPages(3, 3)).toEqual([1, 2, 3])
  })

  test('say where the reader is', () => {
    const html = render(<Pagination page={2} pages={3} hrefOf={hrefOf} />)
    expect(html).toMatch(/<a[^>]*href="\/find\?page=2"[^>]*aria-current="page"/)
    expect(html).toContain('rel="prev"')
    expect(html).toContain('rel="next"')
  })

  test('have no way back from the first, and no way on from the last', () => {
    expect(render(<Pagination page={1} pages={3} hrefOf={hrefOf} />)).not.toContain('rel="prev"')
    expect(render(<Pagination page={3} pages={3} hrefOf={hrefOf} />)).not.toContain('rel="next"')
  })

  test('are not there where everything is on one', () => {
    expect(render(<Pagination page={1} pages={1} hrefOf={hrefOf} />)).toBe('')
  })
})

test('a stepper is a group with a label, and its buttons say what they count', () => {
  const names = { label: 'Wie viele?', unit: 'Plätze', fewer: 'Ein Platz weniger', more: 'Ein Platz mehr' }
  const html = render(<Stepper {...names} value={2} min={1} max={9} onChange={() => {}} />)
  const [, labelledBy] = /role="group" aria-labelledby="([^"]+)"/.exec(html) ?? []
  expect(html).toMatch(new RegExp(`<label [^>]*id="${labelledBy}"[^>]*>Wie viele\\?</label>`))
  for (const name of [names.fewer, names.more]) expect(html).toContain(`aria-label="${name}"`)
})

test('more to read opens without script', () => {
  expect(render(<Disclosure summary="When can I cancel?">A day before.</Disclosure>)).toMatch(/^<details[^>]*><summary/)
})
