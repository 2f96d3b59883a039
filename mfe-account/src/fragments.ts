/**
 * Every fragment of this team with its budget in bytes, compressed. Fragment `Menu` is the component that
 * `src/fragments/Menu.tsx` exports; the build exposes and renders it.
 */
export const fragments = {
  // Every page has the menu.
  Menu: { js: 7_600, css: 450 },
  DemoAccounts: { js: 8_200, css: 1_200 },
  SignIn: { js: 13_000, css: 2_800 },
  SignUp: { js: 12_600, css: 2_400 },
  ConfirmSignUp: { js: 12_200, css: 2_400 },
  ResetPassword: { js: 12_200, css: 2_400 },
  NewPassword: { js: 12_200, css: 2_400 },
  Account: { js: 14_200, css: 2_200 },
  StyleGuide: { js: 18_000, css: 4_600 },
}
