import { expect, type Page } from '@playwright/test'
import type { connectMailbox } from './third-parties.ts'

const PASSWORD = 'three quiet herons'

/** Fills in the sign-up page that is open and follows the mail's link until the account exists. */
export async function signUp(page: Page, mailbox: ReturnType<typeof connectMailbox>, mail: string): Promise<void> {
  await page.getByLabel('Name').fill('Zoë')
  await page.getByLabel('Email address').fill(mail)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
  const { links } = await mailbox.newestMail(mail, /Confirm/)
  await page.goto(links.find((link) => link.includes('/sign-up/confirm')) as string)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create my account' }).click()
}
