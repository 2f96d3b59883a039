import { toCityChoices } from '@fernweh/contracts/browser/city-names'
import type { FindData } from '@fernweh/contracts/fragments/search'
import { Button } from '@fernweh/ui/forms/Button'
import { DateField } from '@fernweh/ui/forms/DateField'
import { Field } from '@fernweh/ui/forms/Field'
import { Select } from '@fernweh/ui/forms/Select'
import { Disclosure } from '@fernweh/ui/layout/Disclosure'
import { useEffect, useRef } from 'react'
import { useMessages } from '../../messages/use-messages.ts'
import { usePartySizeChoices } from '../../search-form/party-size-choices.ts'
import { FIND_PATH } from '../../search-form/search-url.ts'
import styles from './Filters.module.css'

/** A native form; filters that are set elsewhere on the page are sent along in hidden fields. */
export function Filters({ data: { search, cities, currencies } }: { data: FindData }) {
  const { t, locale } = useMessages()
  const partySizes = usePartySizeChoices()
  const number = new Intl.NumberFormat(locale)
  const form = useRef<HTMLFormElement>(null)
  const { category, country, from, to, seats, price, sort } = search
  const currency = search.currency ?? (currencies.length === 1 ? currencies[0] : undefined)
  const isOpen = (from ?? to ?? seats ?? price) !== undefined

  // React leaves the value of an uncontrolled input alone, so a search from a link or the back button is written into it.
  useEffect(() => {
    for (const control of form.current?.querySelectorAll<HTMLInputElement>('[name]') ?? []) {
      if (control === document.activeElement) continue
      control.value = String(search[control.name as keyof typeof search] ?? control.defaultValue ?? '')
    }
  }, [search])

  return (
    <search>
      <details className={styles.filters}>
        <summary className={styles.summary}>{t('search.open')}</summary>
        <form ref={form} className={styles.form} action={FIND_PATH} method="get" data-search>
          <div className={styles.row}>
            <Field id="find-q" label={t('search.query')}>
              {(control) => (
                <input
                  {...control}
                  type="search"
                  name="q"
                  defaultValue={search.q}
                  maxLength={200}
                  autoComplete="off"
                  enterKeyHint="search"
                />
              )}
            </Field>
            <Select
              id="find-city"
              name="city"
              label={t('search.city')}
              defaultValue={search.city ?? ''}
              choices={[
                ['', t('search.any-city')],
                ...toCityChoices(cities, locale, (name, { count }) => `${name} (${number.format(count)})`),
              ]}
            />
            <Button type="submit" kind="action">
              {t('search.button')}
            </Button>
          </div>
          <Disclosure summary={t('search.more')} open={isOpen}>
            <div className={styles.more}>
              <DateField id="find-from" name="from" label={t('search.from')} defaultValue={from ?? ''} />
              <DateField id="find-to" name="to" label={t('search.to')} defaultValue={to ?? ''} />
              <Select
                id="find-seats"
                name="seats"
                label={t('search.party-size')}
                defaultValue={seats === undefined ? '' : `${seats}`}
                choices={partySizes}
              />
              {currency !== undefined && (
                <Field id="find-price" label={t('search.max-price', { currency })}>
                  {(control) => (
                    <input
                      {...control}
                      type="number"
                      name="price"
                      inputMode="numeric"
                      min={1}
                      max={1_000_000}
                      defaultValue={price ?? ''}
                    />
                  )}
                </Field>
              )}
            </div>
          </Disclosure>
          {currency !== undefined && <input type="hidden" name="currency" value={currency} />}
          {category !== undefined && <input type="hidden" name="category" value={category} />}
          {country !== undefined && <input type="hidden" name="country" value={country} />}
          {sort !== 'best' && <input type="hidden" name="sort" value={sort} />}
        </form>
      </details>
    </search>
  )
}
