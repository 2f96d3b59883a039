import { mountFragment } from '@fernweh/kit/browser/mount'
import { ResetPassword } from '../fragments/ResetPassword.tsx'

export const mount = mountFragment(ResetPassword)
