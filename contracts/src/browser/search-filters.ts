/** The filters of a search that can be removed one by one, with the query fields that hold them. */
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
