import { withAndWithoutJavaScript } from '../../support/booking.ts'
import { expect, test } from '../../support/fixtures.ts'

const password = 'a lantern on the far quay'

withAndWithoutJavaScript(() => {
  test('a forgotten password is reset by a link that works once and signs out everywhere else', async ({
    bob,
    visitor,
    mailbox,
  }) => {
    await visitor.goto('/reset-password')
    await visitor.getByLabel(/mail/i).fill('bob@people.example')
    await visitor.getByRole('button', { name: 'Send link' }).click()
    await expect(visitor.getByRole('heading', { name: 'Check your email' })).toBeVisible()
    const { links } = await mailbox.newestMail('bob@people.example', /new password/)
    const link = links.find((one) => one.includes('/reset-password/new')) as string

    await visitor.goto(link)
    await visitor.getByLabel('New password').fill(password)
    await visitor.getByRole('button', { name: 'Save new password' }).click()
    await visitor.waitForURL('**/sign-in**')
    await visitor.getByLabel(/mail/i).fill('bob@people.example')
    await visitor.getByLabel('Password', { exact: true }).fill(password)
    await visitor.getByRole('button', { name: 'Sign in', exact: true }).click()
    await visitor.waitForURL('/')
    await expect(visitor.getByRole('button', { name: 'Sign out' })).toBeVisible()

    await bob.goto('/')
    await expect(bob.getByRole('button', { name: 'Sign out' })).toHaveCount(0)
    await visitor.goto(link)
    await visitor.getByLabel('New password').fill('another lantern altogether')
    await visitor.getByRole('button', { name: 'Save new password' }).click()
    await expect(visitor.getByText('This link has expired')).toBeVisible()
  })

  test('only the mailbox learns whether an address has an account', async ({ visitor, mailbox }) => {
    await visitor.goto('/reset-password')
    await visitor.getByLabel(/mail/i).fill('nobody@people.example')
    await visitor.getByRole('button', { name: 'Send link' }).click()
    await expect(visitor.getByRole('heading', { name: 'Check your email' })).toBeVisible()
    expect((await mailbox.mails()).filter(({ to }) => to.includes('nobody@people.example'))).toEqual([])
  })
})
