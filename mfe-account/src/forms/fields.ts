/** These say how a form is sent, not what. */
const OF_THE_FORM = ['key', 'page', 'form']

/** A form's own fields, as they arrive without script: what is chosen several times is joined by commas. */
export function toFields(form: FormData): Record<string, string> {
  const names = [...new Set(form.keys())].filter((name) => !OF_THE_FORM.includes(name))
  return Object.fromEntries(names.map((name) => [name, form.getAll(name).join(',')]))
}

export function fieldsOf(id: string): Record<string, string> {
  const form = document.getElementById(id)
  return form instanceof HTMLFormElement ? toFields(new FormData(form)) : {}
}
