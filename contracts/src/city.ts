import { z } from 'zod'
import { language } from './events/catalog.ts'

/** Names of a city in languages where they differ from the one its host wrote, by language. */
export const cityNames = z.record(language, z.string()).optional()
