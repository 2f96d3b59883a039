import type { Page } from '@playwright/test'
import { expectPhase, holdSeats, withAndWithoutJavaScript } from '../../support/booking.ts'
import { cards, expect, payWith, pickExperience, seatsLeft, test } from '../../support/fixtures.ts'

withAndWithoutJavaScript(() => {
  test('a double click holds once and pays once', async ({ ann, stack, stripe, watcher }) => {
    const { experienceId, sessionId } = await pickExperience(stack)
    await watcher.goto(`/e/${experienceId}`)
    const free = async () => Number.parseInt((await seatsLeft(watcher, sessionId).textContent()) ?? '', 10)
    const before = await free()
    await ann.goto(`/e/${experienceId}`)
    await ann.locator(`[data-session="${sessionId}"]`).click()
    await ann.getByRole('button', { name: /^Hold / }).dblclick()
    await ann.locator('[data-booking]').first().waitFor()
    await expect.poll(free).toBe(before - 2)
    const bookingId = (await ann.locator('[data-booking]').first().getAttribute('data-booking')) as string

    await ann.goto(`/bookings/${bookingId}`)
    await ann.getByRole('button', { name: /^Pay / }).dblclick()
    await payWith(ann, cards.good)
    await expectPhase(ann, 'confirmed')

    expect(await chargesOf(stripe, bookingId)).toBe(1)
    await expect.poll(free).toBe(before - 2)
  })

  test('paying for the same seats in two tabs makes one booking and one charge', async ({ ann, stack, stripe }) => {
    const bookingId = await holdSeats(ann, await pickExperience(stack))
    const other = await ann.context().newPage()
    await other.goto(`/bookings/${bookingId}`)

    const tabs: Page[] = [ann, other]
    await Promise.all(tabs.map((tab) => goToPay(tab).click()))
    await Promise.all(tabs.map((tab) => tab.getByLabel('Card number').fill(cards.good)))
    await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: /^Pay / }).click()))
    for (const tab of tabs) {
      await tab.goto(`/bookings/${bookingId}`)
      await expectPhase(tab, 'confirmed')
    }

    expect(await chargesOf(stripe, bookingId)).toBe(1)
    const opened = (await stripe.state()).sessions.filter(({ metadata }) => metadata.paymentId === bookingId)
    expect(opened).toHaveLength(1)
  })
})

/** A tab that knows of the other's checkout links to the same one. */
const goToPay = (tab: Page) =>
  tab.getByRole('button', { name: /^Pay / }).or(tab.getByRole('link', { name: 'Continue to payment' }))

async function chargesOf(stripe: { state(): Promise<{ charges: Charge[] }> }, bookingId: string): Promise<number> {
  const { charges } = await stripe.state()
  return charges.filter(({ metadata, paid }) => paid && metadata.paymentId === bookingId).length
}
interface Charge {
  metadata: Record<string, string>
  paid: boolean
}
