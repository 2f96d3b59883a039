import type { Page } from '@playwright/test'
import { waitUntilSettled } from '../../support/all-pages.ts'
import { bookSeats, holdSeats, writeReview } from '../../support/booking.ts'
import {
  expect,
  importVisit,
  pickExperience,
  publishExperience,
  scheduleSessionIn,
  signInAs,
  test,
} from '../../support/fixtures.ts'
import { cutTexts, overlappingTexts } from '../../support/visible-text.ts'

const WIDTHS = [320, 390, 768, 1280]
const TWO_DAYS = 48 * 3_600_000

const longWord = (word: string, length: number) => word.repeat(Math.ceil(length / word.length)).slice(0, length)

const hands = [
  { hand: 'Latin', word: 'Donaudampfschifffahrtsgesellschaftskapitän' },
  { hand: 'Arabic', word: 'فأسقيناكموهاوالمستشفيات' },
]

/** Everything a person can type, each in one word as long as its field takes. */
const toTyped = (word: string) => ({
  title: longWord(word, 120),
  summary: longWord(word, 280),
  description: `${longWord(word, 400)}\n\n${longWord(word, 400)}`,
  city: longWord(word, 80),
  name: longWord(word, 80),
  query: longWord(word, 200),
  review: `${longWord(word, 300)} ${longWord(word, 60)}`,
})
type Typed = ReturnType<typeof toTyped>

async function saveProfile(page: Page, { name, city }: Pick<Typed, 'name' | 'city'>): Promise<void> {
  await page.goto('/account')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Home city').selectOption(city)
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expect(page.getByText('Your profile has been saved.')).toBeVisible()
}

/** What does not fit at one of the widths. The header shortens a name, which stands in full in the profile. */
async function misfits(page: Page, path: string, { name }: Typed): Promise<string[]> {
  await page.goto(path)
  await waitUntilSettled(page)
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    for (const text of [...(await cutTexts(page)), ...(await overlappingTexts(page))])
      if (text !== `cut: ${name}`) found.push(`${path} at ${width} px, ${text}`)
  }
  return found
}

for (const { hand, word } of hands) {
  test(`a page is no wider for the longest ${hand} word that anybody typed, and nothing lies over its neighbour`, async ({
    browser,
    stack,
  }) => {
    const typed = toTyped(word)
    const page = await signInAs(browser, { baseURL: stack.url }, 'Bob')
    const experienceId = await publishExperience(stack, typed)
    await saveProfile(page, typed)
    const seatIn = async (inMs: number) => ({
      experienceId,
      sessionId: await scheduleSessionIn(stack, experienceId, inMs),
    })
    const confirmed = await bookSeats(page, await seatIn(TWO_DAYS))
    const ticket = (await page.getByText(/^FW-/).first().textContent()) as string

    const held = await holdSeats(page, await seatIn(2 * TWO_DAYS))

    const reviewed = (await pickExperience(stack)).experienceId
    await importVisit(stack, 'bob', reviewed)
    await page.goto(`/e/${reviewed}`)
    await writeReview(page, typed.review)
    await expect(page.getByText('Your review, published')).toBeVisible()

    const paths = [
      '/',
      '/find',
      `/find?q=${encodeURIComponent(typed.title)}`,
      `/find?q=${encodeURIComponent(typed.query)}&category=craft`,
      `/find?city=${encodeURIComponent(typed.city)}`,
      `/e/${experienceId}`,
      `/e/${reviewed}`,
      '/account',
      '/bookings',
      `/bookings/${held}`,
      `/bookings/${confirmed}`,
      `/tickets/${ticket}`,
      '/people/bob',
    ]
    const found: string[] = []
    for (const path of paths) found.push(...(await misfits(page, path, typed)))
    await page.context().close()
    expect(found).toEqual([])
  })
}

test('finds a page that a word widens because it does not break, and two texts that stand on one another', async ({
  visitor,
  stack,
}) => {
  const experienceId = await publishExperience(stack, toTyped('Donaudampfschifffahrtsgesellschaftskapitän'))
  await visitor.setViewportSize({ width: 390, height: 800 })
  await visitor.goto(`/e/${experienceId}`)
  await waitUntilSettled(visitor)
  expect([await cutTexts(visitor), await overlappingTexts(visitor)]).toEqual([[], []])
  await visitor.evaluate(() => {
    document.body.style.overflowWrap = 'break-word'
    for (const textContent of ['One', 'Other']) {
      const text = Object.assign(document.createElement('p'), { textContent })
      Object.assign(text.style, { position: 'absolute', insetBlockStart: '0', insetInlineStart: '0' })
      document.getElementById('main')?.append(text)
    }
  })
  expect(await cutTexts(visitor)).toContainEqual(expect.stringMatching(/px too wide$/))
  expect(await overlappingTexts(visitor)).toContain('on one another: One | Other')
})
