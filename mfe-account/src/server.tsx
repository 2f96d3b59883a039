import { createServerBuild } from '@fernweh/kit/browser/server-render'
import { messages as uiMessages } from '@fernweh/ui/messages'
import { Account } from './fragments/Account.tsx'
import { ConfirmSignUp } from './fragments/ConfirmSignUp.tsx'
import { DemoAccounts } from './fragments/DemoAccounts.tsx'
import { Menu } from './fragments/Menu.tsx'
import { NewPassword } from './fragments/NewPassword.tsx'
import { ResetPassword } from './fragments/ResetPassword.tsx'
import { SignIn } from './fragments/SignIn.tsx'
import { SignUp } from './fragments/SignUp.tsx'
import { StyleGuide } from './fragments/StyleGuide.tsx'
import { messages } from './messages.ts'

export const {
  renderFragment,
  messagesOf,
  translate: say,
} = createServerBuild({
  fragments: {
    Menu,
    DemoAccounts,
    SignIn,
    SignUp,
    ConfirmSignUp,
    ResetPassword,
    NewPassword,
    Account,
    StyleGuide,
  },
  messages: [messages, uiMessages],
})
