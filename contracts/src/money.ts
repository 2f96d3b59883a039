import { z } from 'zod'

/** Integer minor units (ISO 4217), e.g. 2900 EUR is € 29.00; as many as a column of 32 bits holds. */
export const money = z.object({ amount: z.int().min(0).max(2_000_000_000), currency: z.string().regex(/^[A-Z]{3}$/) })
export type Money = z.infer<typeof money>

/** Card payments in these have no single thousandths: amounts end in 0 (docs.stripe.com/currencies, "Three-decimal currencies"). */
export const threeDecimalCurrencies: readonly string[] = ['BHD', 'JOD', 'KWD', 'OMR', 'TND']
