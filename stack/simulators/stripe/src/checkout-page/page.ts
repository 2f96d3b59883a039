/** What the hosted page looks like: a provider's, plainly not the shop's. */

import type { CheckoutSession, LineItem } from '../objects.ts'
import { decimalsOf } from '../payments/currencies.ts'
import { testCards } from './cards.ts'

export function toPayPage(session: CheckoutSession, items: LineItem[], problem: string): string {
  const price = (amount: number) => toPrice(amount, session.currency)
  const rows = items.map(
    ({ name, quantity, unit_amount }) =>
      `<tr><td>${escaped(name)}${quantity > 1 ? ` <small>× ${quantity}</small>` : ''}</td><td>${price(quantity * unit_amount)}</td></tr>`,
  )
  return toPage(
    `Pay ${price(session.amount_total)}`,
    `<section class="order">
      ${session.cancel_url ? `<a class="back" href="${escaped(session.cancel_url)}">← Back to the shop</a>` : ''}
      <p class="label">You pay</p><h1>${price(session.amount_total)}</h1><table>${rows.join('')}</table>
    </section>
    <form method="post">
      <h2>Pay by card</h2>
      ${problem ? `<p role="alert">${escaped(problem)} Try another card.</p>` : ''}
      <label>Card number<input name="number" inputmode="numeric" autocomplete="cc-number" required maxlength="23" placeholder="1234 1234 1234 1234" list="cards"></label>
      <datalist id="cards">${testCards.map(({ number, does }) => `<option value="${number}">${does}</option>`).join('')}</datalist>
      <div class="pair">
        <label>Expires<input name="expiry" autocomplete="cc-exp" value="12 / 34"></label>
        <label>CVC<input name="cvc" inputmode="numeric" autocomplete="cc-csc" value="123"></label>
      </div>
      <button>Pay ${price(session.amount_total)}</button>
      <p class="hint">No money moves here. ${testCards.map(({ number, does }) => `<code>${number}</code> ${does}`).join('; ')}.</p>
    </form>`,
  )
}

export function toClosedPage(session: CheckoutSession | undefined): string {
  const [title, text] = !session
    ? ['No such checkout', 'There is nothing to pay at this address.']
    : session.status === 'complete'
      ? ['This is paid', 'You have paid already, and only once.']
      : ['This checkout is closed', 'Its time is over. Nothing was charged.']
  const back = session?.status === 'complete' ? session.success_url : session?.cancel_url
  const link = back ? `<p><a class="back" href="${escaped(back)}">Back to the shop</a></p>` : ''
  return toPage(title, `<section class="order"><h1 class="small">${title}</h1><p>${text}</p>${link}</section>`)
}

function toPage(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><link rel="stylesheet" href="/c/style.css"></head><body><header>Checkout <span>test mode</span></header><main>${body}</main></body></html>`
}

function toPrice(amount: number, currency: string): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount / 10 ** decimalsOf(currency))
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

export const style = `
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1a1f36;background:#f6f8fb}
header{padding:1rem 1.5rem;font-weight:650}
header span{margin-left:.5rem;padding:.15rem .5rem;border-radius:.3rem;background:#ffde92;color:#5a3d00;font-size:.75rem}
main{max-width:56rem;margin:2rem auto;padding:0 1.5rem;display:grid;gap:2rem 4rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr))}
h1{margin:.2rem 0 1rem;font-size:2.4rem;line-height:1.1}h1.small{font-size:1.6rem}
h2{margin:0 0 1rem;font-size:1.15rem}
.label{margin:1.5rem 0 0;color:#5a6376}.back{color:#4b3fd0}
table{width:100%;border-collapse:collapse}td{padding:.6rem 0;border-top:1px solid #dfe3eb}td:last-child{text-align:right;white-space:nowrap}
small,.hint{color:#5a6376}.hint{font-size:.85rem}code{white-space:nowrap}
form{padding:1.5rem;background:#fff;border-radius:.8rem;box-shadow:0 1px 3px #1a1f3622,0 8px 24px #1a1f3614}
label{display:block;margin-bottom:1rem;font-size:.9rem;font-weight:550}
input{display:block;width:100%;margin-top:.3rem;padding:.65rem .75rem;font:inherit;font-weight:400;font-size:1rem;border:1px solid #aab2c2;border-radius:.45rem}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
button{width:100%;padding:.8rem;font:inherit;font-weight:650;color:#fff;background:#4b3fd0;border:0;border-radius:.45rem;cursor:pointer}
:focus-visible{outline:3px solid #4b3fd088;outline-offset:2px}
[role=alert]{padding:.7rem .9rem;border-radius:.45rem;background:#fde8e8;color:#8f1313}
`
