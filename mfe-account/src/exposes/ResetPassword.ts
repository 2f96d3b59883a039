import { mountPart } from '@fernweh/kit/browser/mount'
import { ResetPassword } from '../parts/ResetPassword.tsx'

export const mount = mountPart(ResetPassword)
