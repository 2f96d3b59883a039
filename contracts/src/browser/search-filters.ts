/** The wishes of a search that can be taken back one by one, with the fields of an address that hold them. */
export const filterFields = {
  q: ['q'],
  category: ['category'],
  city: ['city'],
  country: ['country'],
  when: ['from', 'to'],
  seats: ['seats'],
  price: ['price', 'currency'],
} as const

export type FilterName = keyof typeof filterFields
export const filterNames = Object.keys(filterFields) as FilterName[]
