import { mountFragment } from '@fernweh/kit/browser/mount'
import { Person } from '../fragments/AuthorPage.tsx'

export const mount = mountFragment(Person)
