import { randomUUID } from 'node:crypto'
import { withAndWithoutJavaScript } from '../../support/booking.ts'
import { expect, test } from '../../support/fixtures.ts'

withAndWithoutJavaScript(() => {
  test('who signs up sees to which address a mail went, also after a reload, and can have another one sent', async ({
    visitor: page,
    mailbox,
  }) => {
    const mail = `dora-${randomUUID()}@example.org`
    await page.goto('/sign-up?next=/find')
    await page.getByLabel('Name').fill('Dora')
    await page.getByLabel('Email address').fill(mail)
    await page.getByRole('button', { name: 'Create account' }).click()
    await expect(page.getByText(`We have sent an email to ${mail}.`)).toBeVisible()
    await page.reload()
    await expect(page.getByText(`We have sent an email to ${mail}.`)).toBeVisible()
    const mails = async () => (await mailbox.mails()).filter(({ to }) => to.includes(mail))
    await expect.poll(async () => (await mails()).length).toBe(1)

    await page.getByRole('button', { name: 'Send it again' }).click()
    await expect(page.getByText(`We have sent another email to ${mail}.`)).toBeVisible()
    await expect.poll(async () => (await mails()).length).toBe(2)

    const again = page.getByRole('button', { name: 'Send it again' })
    const tooOften = page.getByText('We have already written several times in the last hour.')
    for (let sent = 2; sent < 5; sent++) {
      const loaded = page.waitForEvent('load')
      await again.click()
      await loaded
    }
    await again.click()
    await expect(tooOften).toBeVisible()

    const { links } = await mailbox.newestMail(mail)
    await page.goto(links.find((link) => link.includes('/sign-up/confirm')) as string)
    await expect(page.getByLabel('Email address')).toHaveValue(mail)
    await expect(page.getByLabel('Email address')).toHaveAttribute('autocomplete', 'username')
    await page.getByLabel('Password', { exact: true }).fill('three quiet herons')
    await page.getByRole('button', { name: 'Create my account' }).click()
    await page.waitForURL('/find')
  })
})

test('a reload keeps the name and the address that were typed, and nothing else', async ({ visitor: page }) => {
  await page.goto('/sign-up')
  await page.locator('[data-fragment="account/SignUp"] [data-interactive]').waitFor()
  await page.getByLabel('Name').fill('Dora')
  await page.getByLabel('Email address').fill('dora@example.org')
  await page.reload()
  await expect(page.getByLabel('Name')).toHaveValue('Dora')
  await expect(page.getByLabel('Email address')).toHaveValue('dora@example.org')
  expect(await page.evaluate(() => Object.keys(JSON.parse(sessionStorage['sign-up'])))).toEqual(['name', 'mail'])
})
