// Runs in the page: reports every change of the element `benchWatched` with its time in milliseconds since 1970.
{
  const tell = () => globalThis.benchChanged(performance.timeOrigin + performance.now())
  new MutationObserver(tell).observe(document.querySelector(globalThis.benchWatched), {
    childList: true,
    characterData: true,
    subtree: true,
  })
}
