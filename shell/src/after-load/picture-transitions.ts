/**
 * Cross-document view transitions between a card's picture and the picture of the page it links to. The stylesheet names the
 * page's picture; this names the card's. Browsers without such transitions never fire these events.
 */
const NAME = 'page-picture'

interface PageSwapEvent extends Event {
  viewTransition: { finished: Promise<void> } | null
  activation: { from: { url: string | null } | null; entry: { url: string | null } | null } | null
}

export function enablePictureTransitions(): void {
  addEventListener('pageswap', (event) =>
    nameCardPicture(event as PageSwapEvent, ({ activation }) => activation?.entry?.url),
  )
  // Fires only for pages restored from the back/forward cache: a new page is revealed before this runs.
  addEventListener('pagereveal', (event) => {
    const { activation } = (globalThis as { navigation?: Pick<PageSwapEvent, 'activation'> }).navigation ?? {}
    nameCardPicture(event as PageSwapEvent, () => activation?.from?.url)
  })
}

/** Gives the name to the picture of the card that links to the other page, for one transition. */
function nameCardPicture(event: PageSwapEvent, toOtherUrl: (event: PageSwapEvent) => string | null | undefined) {
  const { viewTransition } = event
  const other = toOtherUrl(event)
  const card = viewTransition && other ? findCard(new URL(other).pathname) : null
  if (!viewTransition || !card) return
  const own = [...document.querySelectorAll<HTMLElement>('[data-fragment] :has(> picture)')].filter((picture) =>
    isNamed(picture),
  )
  const pictures = [card, ...own.filter((picture) => picture !== card)]
  for (const picture of pictures) picture.style.viewTransitionName = picture === card ? NAME : 'none'
  const reset = () => {
    for (const picture of pictures) picture.style.viewTransitionName = ''
  }
  viewTransition.finished.then(reset, reset)
}

/** The picture of the visible card that links to `pathname`. */
function findCard(pathname: string): HTMLElement | null {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-fragment] a[href]')]
  for (const link of links) {
    if (link.pathname !== pathname) continue
    const picture = link.closest('li, article')?.querySelector<HTMLElement>(':has(> picture)')
    if (picture && isInViewport(picture)) return picture
  }
  return null
}

const isNamed = (element: HTMLElement) => getComputedStyle(element).viewTransitionName === NAME

function isInViewport(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}
