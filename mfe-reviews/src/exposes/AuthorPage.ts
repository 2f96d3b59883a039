import { mountFragment } from '@fernweh/kit/browser/mount'
import { AuthorPage } from '../fragments/AuthorPage.tsx'

export const mount = mountFragment(AuthorPage)
