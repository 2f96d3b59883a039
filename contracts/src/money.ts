import { z } from 'zod'

/** Integer minor units (ISO 4217), e.g. 2900 EUR is € 29.00. */
export const money = z.object({ amount: z.int().min(0).max(100_000_000), currency: z.string().regex(/^[A-Z]{3}$/) })
export type Money = z.infer<typeof money>
