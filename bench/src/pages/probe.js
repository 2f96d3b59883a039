// Runs in the page before anything else; plain JavaScript, because compiler helpers do not exist there.
{
  const seen = { fcp: null, lcp: null, lcpOf: '', main: null, shifts: 0, shifted: [], tasks: [] }
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })

  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcp = startTime
  })
  watch('largest-contentful-paint', ({ startTime, element, url }) => {
    seen.lcp = startTime
    seen.lcpOf = describe(element, url)
  })
  watch('layout-shift', ({ hadRecentInput, value, sources }) => {
    if (hadRecentInput) return
    seen.shifts += value
    for (const { node } of sources) seen.shifted.push(describe(node))
  })
  watch('longtask', ({ startTime, duration }) => {
    seen.tasks.push({ end: startTime + duration, blocking: duration - 50 })
  })
  watch('element', ({ renderTime, startTime }) => {
    seen.main ??= renderTime || startTime
  })

  // Marks it while it is parsed, which is before its first paint.
  new MutationObserver((_, observer) => {
    const heading = document.querySelector('[slot="main"] h1')
    if (!heading) return
    heading.setAttribute('elementtiming', 'main')
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })

  const describe = (node, url) => {
    const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node
    const name = element?.localName ?? 'a removed element'
    const file = url ? ` ${new URL(url).pathname.replace(/[^/]+(?=\/\d+\.)/, '…')}` : ''
    const fragment = element?.closest?.('[data-fragment]')?.getAttribute('data-fragment')
    return `${name}${file}${fragment ? ` of ${fragment}` : ''}`
  }

  globalThis.benchProbe = () => {
    const blocking = seen.tasks.filter(({ end }) => end > seen.fcp).reduce((sum, task) => sum + task.blocking, 0)
    const renderBlocking = performance
      .getEntriesByType('resource')
      .filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking')
    const { fcp, lcp, lcpOf, main, shifts: cls, shifted } = seen
    return { fcp, lcp, lcpOf, main, cls, shifted, tbt: blocking, blocking: renderBlocking.length }
  }
}
