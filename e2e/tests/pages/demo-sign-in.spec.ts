import { withAndWithoutJavaScript } from '../../support/booking.ts'
import { expect, test } from '../../support/fixtures.ts'

withAndWithoutJavaScript(() => {
  test('a demo account is one click away, and one click signs out again', async ({ visitor }) => {
    await visitor.goto('/sign-in?next=/bookings')
    await visitor.getByRole('button', { name: 'Ann' }).click()
    await visitor.waitForURL('/bookings')
    await visitor.getByRole('button', { name: 'Sign out' }).click()
    await expect(visitor.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  })
})
