import type { Page } from '@playwright/test'
import { expect, test } from '../../support/fixtures.ts'

const nearMe = (page: Page) => page.getByRole('button', { name: 'Near me' })

/** Sets the browser's position and allows the page to read it. */
async function setPosition(page: Page, latitude: number, longitude: number): Promise<void> {
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ latitude, longitude })
}

test('shows experiences near the browser’s position and sends only a rounded position', async ({ visitor }) => {
  await setPosition(visitor, 38.697_531, -9.206_418)
  await visitor.goto('/')
  const request = visitor.waitForRequest(/nearest-city/)
  await nearMe(visitor).click()
  expect(new URL((await request).url()).search).toBe('?latitude=38.7&longitude=-9.2')
  await visitor.waitForURL('/?near=Lisbon')
  await expect(visitor.getByRole('heading', { name: 'Near Lisbon' })).toBeVisible()
})

test('says so when there is no city nearby', async ({ visitor }) => {
  await setPosition(visitor, -48.876_7, -123.393_3)
  await visitor.goto('/')
  await nearMe(visitor).click()
  await expect(visitor.getByRole('status').filter({ hasText: 'There are no experiences near you yet.' })).toBeVisible()
})

test('without permission it says so and sends no position', async ({ visitor }) => {
  const requests: string[] = []
  visitor.on('request', (request) => requests.push(request.url()))
  await visitor.goto('/')
  await nearMe(visitor).click()
  await expect(visitor.getByRole('status').filter({ hasText: 'does not share your location' })).toBeVisible()
  expect(requests.filter((url) => url.includes('nearest-city'))).toEqual([])
  await visitor.getByLabel('Show experiences near').selectOption('Lisbon')
  await visitor.getByRole('button', { name: 'Show', exact: true }).click()
  await visitor.waitForURL('/?near=Lisbon')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the button is hidden', async ({ visitor }) => {
    await visitor.goto('/')
    await expect(visitor.getByLabel('Show experiences near')).toBeVisible()
    await expect(nearMe(visitor)).toBeHidden()
  })
})
