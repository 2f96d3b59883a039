// Runs in the page: reports every change of the text of `benchWatched` with its time in milliseconds since 1970.
{
  const element = document.querySelector(globalThis.benchWatched)
  let shown = element.textContent
  const report = () => {
    if (element.textContent === shown) return
    shown = element.textContent
    globalThis.benchChanged(performance.timeOrigin + performance.now())
  }
  new MutationObserver(report).observe(element, { childList: true, characterData: true, subtree: true })
}
