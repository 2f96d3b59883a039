/** Finds texts that are cut off or not translated. The functions run in the page, so they only use types from outside. */
import type { Page } from '@playwright/test'

/** Texts that are clipped by their box or by the edge of the page, and how much wider the page is than the window. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** Glyphs may exceed their box a little. */
    const ACROSS = 2
    const ALONG = 6
    const found = new Set<string>()
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.add(`the page is ${scrollWidth - clientWidth} px too wide`)

    function inspect(root: Document | ShadowRoot) {
      for (const element of root.querySelectorAll<HTMLElement>('body *, :host *, :scope > *')) {
        if (element.shadowRoot) inspect(element.shadowRoot)
        const texts = [...element.childNodes].filter(
          (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
        )
        if (element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          for (const text of texts) check(text, element)
      }
    }

    function check(text: Node, element: Element) {
      const range = document.createRange()
      range.selectNodeContents(text)
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
      for (let box: Element | null = element; box; box = parentOf(box)) {
        const { overflowX, overflowY, clipPath, position } = getComputedStyle(box)
        const { left, right, top, bottom, width, height } = box.getBoundingClientRect()
        // Visually hidden, for screen readers only.
        if (clipPath !== 'none' || (width <= 1 && height <= 1)) return
        if (/auto|scroll/.test(overflowX + overflowY)) return
        const cuts = (box: DOMRect) =>
          (/hidden|clip/.test(overflowX) && (box.left < left - ACROSS || box.right > right + ACROSS)) ||
          (/hidden|clip/.test(overflowY) && (box.top < top - ALONG || box.bottom > bottom + ALONG))
        if (boxes.some(cuts)) return void found.add(`cut: ${text.nodeValue?.trim()}`)
        // Positioned off the page until it is focused, like a skip link.
        if (position === 'absolute' && bottom < 0) return
      }
      if (boxes.some(({ left, right }) => left < -ACROSS || right > clientWidth + ACROSS))
        found.add(`beyond the edge: ${text.nodeValue?.trim()}`)
    }

    const parentOf = (element: Element): Element | null =>
      element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null

    inspect(document)
    return [...found]
  })
}

/** Pairs of texts that stand on one another. What sticks to an edge of the window may lie over the page. */
export function overlappingTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes: { text: string; element: Element; box: DOMRect }[] = []

    function inspect(root: Document | ShadowRoot) {
      for (const element of root.querySelectorAll<HTMLElement>('body *, :host *, :scope > *')) {
        if (element.shadowRoot) inspect(element.shadowRoot)
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || isAside(element)) continue
        for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) keep(node, element)
      }
    }

    function keep(node: Node, element: Element) {
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const whole of range.getClientRects()) {
        const box = toVisiblePart(whole, element)
        if (box.width > 1 && box.height > 1) boxes.push({ text: node.nodeValue?.trim() ?? '', element, box })
      }
    }

    /** What is left of a box where those around it clip what is too wide. */
    function toVisiblePart(whole: DOMRect, element: Element): DOMRect {
      let { left, right } = whole
      for (let around: Element | null = element; around; around = parentOf(around)) {
        if (getComputedStyle(around).overflowX === 'visible') continue
        const edges = around.getBoundingClientRect()
        left = Math.max(left, edges.left)
        right = Math.min(right, edges.right)
      }
      return new DOMRect(left, whole.top, Math.max(0, right - left), whole.height)
    }

    /** Floats above the page, or is for screen readers only. */
    function isAside(element: Element): boolean {
      for (let box: Element | null = element; box; box = parentOf(box)) {
        const { position, clipPath } = getComputedStyle(box)
        if (/fixed|sticky/.test(position) || clipPath !== 'none') return true
      }
      return false
    }

    const parentOf = (element: Element): Element | null =>
      element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null

    /** The boxes of two lines overlap a little where lines stand close. */
    function overlap(a: DOMRect, b: DOMRect): boolean {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      return across > 4 && along > Math.min(a.height, b.height) / 2
    }

    inspect(document)
    const found = new Set<string>()
    for (const [i, one] of boxes.entries())
      for (const other of boxes.slice(i + 1))
        if (one.element !== other.element && overlap(one.box, other.box))
          found.add(`on one another: ${one.text} | ${other.text}`)
    return [...found]
  })
}

/**
 * Texts of a page in the pseudo-locale that do not come from a message: with letters, not accented, not in a fragment's data,
 * and no date or name that the browser formats.
 */
export function hardCodedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ATTRIBUTES = ['aria-label', 'alt', 'title', 'placeholder', 'aria-roledescription', 'aria-valuetext']
    /** Names that are the same in every language. */
    const NAMES = ['Fernweh']
    const accented = /[áƀçđéƒĝĥíĵķļɱñóþŕšţúṽŵẋýž~]/
    const data = new Set<string>([...NAMES, ...namesOfTime()])
    const found = new Set<string>()

    function keep(value: unknown): void {
      if (typeof value === 'string') {
        data.add(value)
        for (const line of value.split('\n')) data.add(line.trim())
        for (const type of ['region', 'language', 'currency'] as const) data.add(nameOf(type, value))
      } else if (value && typeof value === 'object') Object.values(value).forEach(keep)
    }

    function nameOf(type: 'region' | 'language' | 'currency', code: string): string {
      try {
        return new Intl.DisplayNames('en', { type }).of(code) ?? code
      } catch {
        return code
      }
    }

    /** Names of months, weekdays and units of time. */
    function namesOfTime(): string[] {
      const days = Array.from({ length: 12 }, (_, at) => new Date(2030, at, at + 1))
      const week = Array.from({ length: 7 }, (_, at) => new Date(2030, 0, at + 1))
      const dates = (['short', 'long'] as const).flatMap((length) => [
        ...days.map((day) => day.toLocaleDateString('en', { month: length })),
        ...week.map((day) => day.toLocaleDateString('en', { weekday: length })),
      ])
      const units = (['day', 'hour', 'minute'] as const).flatMap((unit) =>
        [1, 2].map((count) => count.toLocaleString('en', { style: 'unit', unit, unitDisplay: 'short' }).slice(2)),
      )
      return [...dates, ...units]
    }

    /** `€`, `CHF`, `F CFA` … */
    const currencySymbols = new Set(
      Intl.supportedValuesOf('currency').flatMap((currency) =>
        new Intl.NumberFormat('en', { style: 'currency', currency })
          .formatToParts(0)
          .filter(({ type }) => type === 'currency')
          .map(({ value }) => value),
      ),
    )
    const isPrice = (text: string) => /\d/.test(text) && currencySymbols.has(text.replace(/[\d.]+$/, '').trim())

    /** Splits a text into words without numbers, prices and durations. */
    const toWords = (text: string) =>
      text
        .split(/[·,;()|→–“”]|\s{2,}/)
        .map((words) => words.trim().replace(/^\d+ (?=\p{L}+$)|(?<=^\p{L}+) \d+$/u, ''))
        .filter(
          (words) =>
            /\p{L}{2}/u.test(words) && !isPrice(words) && !/^[\d.:]+(\s?(hrs?|mins?|days?|[A-Z]{3}))*$/u.test(words),
        )

    function check(text: string | null | undefined, where: Element) {
      const whole = text?.trim() ?? ''
      if (accented.test(whole) || data.has(whole) || !/\p{L}{2}/u.test(whole)) return
      if (
        where.closest('time, [lang]:not(html), select:is([name="city"], [name="currency"]), svg, code, script, style')
      )
        return
      // What is joined by dots may itself contain commas.
      const parts = whole.split('·').filter((part) => !data.has(part.trim()))
      const unknown = parts.flatMap(toWords).filter((words) => !data.has(words))
      if (unknown.length > 0) found.add(whole)
    }

    function inspect(root: Document | ShadowRoot) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) inspect(element.shadowRoot)
        for (const name of ATTRIBUTES) check(element.getAttribute(name), element)
        for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) check(node.nodeValue, element)
      }
    }

    for (const script of document.querySelectorAll('[data-fragment] > script[type="application/json"]'))
      keep(JSON.parse(script.textContent ?? '').data)
    inspect(document)
    return [...found]
  })
}
