// Runs in the page before anything else: clicks repeatedly until a click has an effect. Configured by
// `benchClick`, see `Click` in page-load.ts.
{
  const { selector, effect, by } = globalThis.benchClick
  let clickedAt = null
  let done = false

  const report = (at) => {
    done = true
    clearInterval(timer)
    globalThis.benchClicked(at)
  }
  const isTaken = (event) =>
    event.defaultPrevented || event.composedPath().some((node) => node.href || (node.type === 'submit' && node.form))
  const click = () => {
    const element = document.querySelector(selector)
    if (!element || element.disabled || element.getClientRects().length === 0) return
    clickedAt = performance.now()
    element.click()
  }

  addEventListener('click', (event) => {
    if (effect || done || clickedAt === null || !isTaken(event)) return
    const isMeant = by !== 'script' || event.defaultPrevented
    event.preventDefault()
    if (isMeant) report(clickedAt)
  })
  const timer = setInterval(() => {
    const isThere = effect && document.querySelector(effect)
    if (isThere && !selector) return report(performance.now())
    if (isThere && clickedAt !== null) return report(clickedAt)
    if (selector && (clickedAt === null || performance.now() - clickedAt >= 250)) click()
  }, 50)
}
