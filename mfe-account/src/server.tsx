import { createServerBuild } from '@fernweh/kit/browser/server-render'
import { messages as uiMessages } from '@fernweh/ui/messages'
import { messages } from './messages.ts'
import { Account } from './parts/Account.tsx'
import { Components } from './parts/Components.tsx'
import { ConfirmSignUp } from './parts/ConfirmSignUp.tsx'
import { Menu } from './parts/Menu.tsx'
import { NewPassword } from './parts/NewPassword.tsx'
import { People } from './parts/People.tsx'
import { ResetPassword } from './parts/ResetPassword.tsx'
import { SignIn } from './parts/SignIn.tsx'
import { SignUp } from './parts/SignUp.tsx'

export const { renderPart, messagesOf, say } = createServerBuild({
  parts: {
    Menu,
    People,
    SignIn,
    SignUp,
    ConfirmSignUp,
    ResetPassword,
    NewPassword,
    Account,
    Components,
  },
  messages: [messages, uiMessages],
})
