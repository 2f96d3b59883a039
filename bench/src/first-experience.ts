/** Path of the first experience that the home page lists. */
export async function firstExperience(url: string): Promise<string> {
  const path = /href="(\/e\/[^"]+)"/.exec(await readPage(`${url}/`))?.[1]
  if (!path) throw new Error('the home page lists no experience')
  return path
}

export async function readPage(url: string): Promise<string> {
  const answer = await fetch(url, { headers: { 'accept-language': 'en' } })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return answer.text()
}
