import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Picture } from './Picture.tsx'

const picture = { pictureId: 'tiles-of-lisbon', colours: ['#f0b7a4', '#fbe4c6', '#3c2f56'] as [string, string, string] }
const sizes = '(min-width: 60rem) 24rem, 100vw'

test('a picture is offered in every width, the smaller format first', () => {
  const html = renderToString(<Picture picture={picture} alt="" sizes={sizes} />)
  expect(html.indexOf('image/avif')).toBeLessThan(html.indexOf('image/webp'))
  for (const width of [320, 480, 768, 1152, 1920])
    expect(html).toContain(`/pictures/tiles-of-lisbon/${width}.avif ${width}w`)
  expect(html).toContain(`sizes="${sizes}"`)
})

test('nothing moves when it comes: its size is known, its colours stand there, without inline styles', () => {
  const html = renderToString(<Picture picture={picture} alt="" sizes={sizes} />)
  expect(html).toContain('width="768" height="512"')
  for (const colour of picture.colours) expect(html).toContain(`fill="${colour}"`)
  expect(html).not.toContain('style=')
})

test('what is seen first is asked for first, everything else when it comes near', () => {
  const [first, other] = [true, false].map((priority) =>
    renderToString(<Picture picture={picture} alt="" sizes={sizes} priority={priority} />),
  )
  expect(first).toContain('fetchPriority="high"')
  expect(first).toContain('loading="eager"')
  expect(first).toMatch(/^<link rel="preload" as="image" type="image\/avif" fetchPriority="high"/)
  expect(other).toContain('loading="lazy"')
  expect(other).not.toContain('<link')
})

test('it says what it shows only where nothing else does', () => {
  expect(renderToString(<Picture picture={picture} alt="" sizes={sizes} />)).toContain('alt=""')
  expect(renderToString(<Picture picture={null} alt="" sizes={sizes} />)).not.toContain('role=')
  expect(renderToString(<Picture picture={null} alt="A harbour" sizes={sizes} />)).toContain('aria-label="A harbour"')
})

test('where there is none yet, nothing is asked for', () => {
  const html = renderToString(<Picture picture={null} alt="" sizes={sizes} />)
  expect(html).toContain('<svg')
  expect(html).not.toMatch(/<img|\/pictures\/|fill="/)
})
