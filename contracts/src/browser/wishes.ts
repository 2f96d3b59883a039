/** The wishes of a search that can be taken back one by one, with the fields of an address that hold them. */
export const wishFields = {
  q: ['q'],
  category: ['category'],
  city: ['city'],
  country: ['country'],
  when: ['from', 'to'],
  seats: ['seats'],
  price: ['price', 'currency'],
} as const

export type Wish = keyof typeof wishFields
export const wishNames = Object.keys(wishFields) as Wish[]
