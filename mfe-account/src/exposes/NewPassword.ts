import { mountPart } from '@fernweh/kit/browser/mount'
import { NewPassword } from '../parts/NewPassword.tsx'

export const mount = mountPart(NewPassword)
