import { createPartRenderer } from '@fernweh/kit/browser/server-render'
import { Menu } from './parts/Menu.tsx'
import { People } from './parts/People.tsx'
import { SignIn } from './parts/SignIn.tsx'

export const renderPart = createPartRenderer({ Menu, SignIn, People })
