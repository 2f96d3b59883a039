import { mountFragment } from '@fernweh/kit/browser/mount'
import { NewPassword } from '../fragments/NewPassword.tsx'

export const mount = mountFragment(NewPassword)
