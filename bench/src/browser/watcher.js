// Runs in the page: reports every change of the element `benchWatched` with its time in milliseconds since 1970.
{
  const report = () => globalThis.benchChanged(performance.timeOrigin + performance.now())
  new MutationObserver(report).observe(document.querySelector(globalThis.benchWatched), {
    childList: true,
    characterData: true,
    subtree: true,
  })
}
