/**
 * Between two documents a card's picture becomes the page's picture. The page's own is named by the stylesheet; which card
 * it comes from, or goes back to, is known here. Browsers without view transitions between documents never say these events.
 */
const NAME = 'page-picture'

interface PageSwapEvent extends Event {
  viewTransition: { finished: Promise<void> } | null
  activation: { from: { url: string | null } | null; entry: { url: string | null } | null } | null
}

export function matchPictures(): void {
  addEventListener('pageswap', (event) => lend(event as PageSwapEvent, ({ activation }) => activation?.entry?.url))
  // Only a page that comes back from the browser's memory hears of its own showing: a new one is shown before this runs.
  addEventListener('pagereveal', (event) => {
    const { activation } = (globalThis as { navigation?: Pick<PageSwapEvent, 'activation'> }).navigation ?? {}
    lend(event as PageSwapEvent, () => activation?.from?.url)
  })
}

/** The name is lent for one transition to the picture of the card that leads to the other page. */
function lend(event: PageSwapEvent, toOther: (event: PageSwapEvent) => string | null | undefined) {
  const { viewTransition } = event
  const other = toOther(event)
  const card = viewTransition && other ? findCard(new URL(other).pathname) : null
  if (!viewTransition || !card) return
  const own = [...document.querySelectorAll<HTMLElement>('[data-fragment] :has(> picture)')].filter((picture) =>
    isNamed(picture),
  )
  const pictures = [card, ...own.filter((picture) => picture !== card)]
  for (const picture of pictures) picture.style.viewTransitionName = picture === card ? NAME : 'none'
  const giveBack = () => {
    for (const picture of pictures) picture.style.viewTransitionName = ''
  }
  viewTransition.finished.then(giveBack, giveBack)
}

/** The picture inside the link to that page, or beside it in the same card. */
function findCard(pathname: string): HTMLElement | null {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-fragment] a[href]')]
  for (const link of links) {
    if (link.pathname !== pathname) continue
    const picture = link.closest('li, article')?.querySelector<HTMLElement>(':has(> picture)')
    if (picture && isSeen(picture)) return picture
  }
  return null
}

const isNamed = (element: HTMLElement) => getComputedStyle(element).viewTransitionName === NAME

function isSeen(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}
