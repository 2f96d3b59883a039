/** The mailbox in a browser: text only, whatever a mail brings. */
import type { ReceivedMail } from './mailbox.ts'

export function toList(mails: readonly ReceivedMail[]): string {
  const rows = mails
    .toReversed()
    .map(
      ({ id, to, subject, at }) =>
        `<li><a href="/mails/${id}"><strong dir="auto">${escaped(subject)}</strong><span>to ${escaped(to.join(', '))}</span>${toTime(at)}</a></li>`,
    )
  const list = rows.length ? `<ol>${rows.join('')}</ol>` : '<p>No mail yet. What Fernweh sends ends up here.</p>'
  return toPage('Mailbox', '<meta http-equiv="refresh" content="5">', `<h1>Mailbox</h1>${list}`)
}

export function toReading({ id, from, to, subject, at, text, attachments }: ReceivedMail): string {
  const files = attachments.map(
    ({ name }, index) => `<li><a href="/mails/${id}/attachments/${index}" download>${escaped(name)}</a></li>`,
  )
  return toPage(
    escaped(subject),
    '',
    `<p><a href="/">← All mails</a></p><h1 dir="auto">${escaped(subject)}</h1>
     <p class="head">from ${escaped(from)}<br>to ${escaped(to.join(', '))}<br>${toTime(at)}</p>
     <pre dir="auto">${linked(text)}</pre>${files.length ? `<h2>Attached</h2><ul>${files.join('')}</ul>` : ''}`,
  )
}

function toPage(title: string, head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>${head}<link rel="stylesheet" href="/style.css"></head><body><main>${body}</main></body></html>`
}

const toTime = (at: string) => `<time datetime="${at}">${at.slice(0, 19).replace('T', ' ')} UTC</time>`

/** Split before escaping, so that an address ends where the text says. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .map((piece, index) =>
      index % 2 ? `<a href="${escaped(piece)}" rel="noreferrer">${escaped(piece)}</a>` : escaped(piece),
    )
    .join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

export const style = `
body{margin:0;font:16px/1.55 system-ui,sans-serif;color:#1c2430;background:#f5f4f0}
main{max-width:46rem;margin:2rem auto;padding:0 1.25rem}
h1{font-size:1.6rem;overflow-wrap:anywhere}h2{font-size:1.1rem}a{color:#1d5fa8}
ol{list-style:none;margin:0;padding:0;background:#fff;border-radius:.6rem;overflow:hidden;box-shadow:0 1px 3px #0002}
li a{display:grid;padding:.8rem 1rem;color:inherit;text-decoration:none;border-bottom:1px solid #e8e6df}ol li a:hover{background:#f0f5fb}
ul{padding-left:1.2rem}ul li a{display:inline;padding:0;color:#1d5fa8;text-decoration:underline;border:0}
span,time,.head{color:#5b6573;font-size:.9rem}
pre{padding:1.25rem;font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;background:#fff;border-radius:.6rem;box-shadow:0 1px 3px #0002}
`
