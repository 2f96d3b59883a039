import { backToShop, expectPhase, holdSeats, toCheckout, withAndWithoutJavaScript } from '../../support/booking.ts'
import { cards, expect, payWith, pickExperience, test } from '../../support/fixtures.ts'

withAndWithoutJavaScript(() => {
  test('a declined card charges nothing and keeps the seats; another card books them, charged once', async ({
    ann,
    stack,
    stripe,
  }) => {
    const bookingId = await holdSeats(ann, await pickExperience(stack))
    await toCheckout(ann)
    await payWith(ann, cards.insufficientFunds)
    await expect(ann.getByRole('button', { name: /^Pay / })).toBeVisible()

    await backToShop(ann)
    await expectPhase(ann, 'checkout')
    await expect(ann.getByText('There was not enough money on that card')).toBeVisible()
    await ann.getByRole('link', { name: 'Continue to payment' }).click()
    await payWith(ann, cards.declined)
    await payWith(ann, cards.good)

    await expectPhase(ann, 'confirmed')
    const { charges } = await stripe.state()
    const paid = charges.filter(({ metadata, paid }) => paid && metadata.paymentId === bookingId)
    expect(paid).toHaveLength(1)
  })
})
