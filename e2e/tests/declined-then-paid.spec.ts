import { anExperience, cards, expect, payWith, test } from '../fernweh.ts'
import { backToShop, hold, isShown, toCheckout, withAndWithoutJavaScript } from '../journey.ts'

withAndWithoutJavaScript(() => {
  test('a card that is declined costs nothing and loses no seat; another card books them, charged once', async ({
    ann,
    stack,
    stripe,
  }) => {
    const bookingId = await hold(ann, await anExperience(stack, 3))
    await toCheckout(ann)
    await payWith(ann, cards.insufficientFunds)
    await expect(ann.getByRole('button', { name: /^Pay / })).toBeVisible()

    await backToShop(ann)
    await isShown(ann, 'checkout')
    await expect(ann.getByText('There was not enough money on that card')).toBeVisible({ timeout: 20_000 })
    await ann.getByRole('link', { name: 'Continue to payment' }).click()
    await payWith(ann, cards.declined)
    await payWith(ann, cards.good)

    await isShown(ann, 'confirmed')
    const { charges } = await stripe.saw()
    const paid = charges.filter(({ metadata, paid }) => paid && metadata.paymentId === bookingId)
    expect(paid).toHaveLength(1)
  })
})
