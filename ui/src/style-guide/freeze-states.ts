const frozen = {
  ':hover': ":where([data-frozen='hover'] *)",
  ':focus-visible': ":where([data-frozen='focus'] :is(a, button, input))",
}

/** Extends the page's own `:hover` and `:focus-visible` rules to elements inside `data-frozen`, so that no rule is copied. */
export function freezeStates(): void {
  for (const sheet of document.styleSheets) extend(sheet.cssRules)
}

function extend(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSGroupingRule) extend(rule.cssRules)
    if (!(rule instanceof CSSStyleRule) || rule.selectorText.includes('data-frozen')) continue
    for (const [state, held] of Object.entries(frozen))
      if (rule.selectorText.includes(state))
        rule.selectorText = rule.selectorText.replaceAll(state, `:is(${state}, ${held})`)
  }
}
