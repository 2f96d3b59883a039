import { mountPart } from '@fernweh/kit/browser/mount'
import { Person } from '../parts/Person.tsx'

export const mount = mountPart(Person)
