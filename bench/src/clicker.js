// Runs in the page before anything else: clicks as an impatient person does, until a click has an effect. Set up by
// `benchClick`, see `Click` in page-load.ts.
{
  const { selector, effect, alive } = globalThis.benchClick
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
  const isAlive = (element) => element && Object.keys(element).some((key) => key.startsWith('__reactProps$'))

  addEventListener('click', (event) => {
    if (effect || done || clickedAt === null || !isTaken(event)) return
    event.preventDefault()
    report(clickedAt)
  })
  const timer = setInterval(() => {
    if (alive) return isAlive(document.querySelector(alive)) && report(performance.now())
    if (effect && clickedAt !== null && document.querySelector(effect)) return report(clickedAt)
    if (clickedAt === null || performance.now() - clickedAt >= 250) click()
  }, 50)
}
