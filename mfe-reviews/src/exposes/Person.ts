import { mountFragment } from '@fernweh/kit/browser/mount'
import { Person } from '../fragments/Person.tsx'

export const mount = mountFragment(Person)
