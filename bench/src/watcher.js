// Runs in the page: tells of every change of the element `benchWatched`, with the instant in milliseconds since 1970.
{
  const tell = () => globalThis.benchChanged(performance.timeOrigin + performance.now())
  new MutationObserver(tell).observe(document.querySelector(globalThis.benchWatched), {
    childList: true,
    characterData: true,
    subtree: true,
  })
}
