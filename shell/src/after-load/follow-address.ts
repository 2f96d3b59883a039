import { bus } from '../bus.ts'

/** The form for another language leads back to the page as it is then. */
export function followAddress(): void {
  const layout = document.querySelector('[data-layout]')
  const back = layout?.shadowRoot?.querySelector<HTMLInputElement>('[action="/language"] > [name="back"]')
  if (back)
    bus.on(
      'page:address-changed',
      ({ page }) => {
        back.value = page
      },
      { replay: true },
    )
}
