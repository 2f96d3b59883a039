const FORM_FIELDS = ['key', 'page', 'form']

/** A form's own fields as they arrive without script: several values of one field are joined by commas. */
export function toFields(form: FormData): Record<string, string> {
  const names = [...new Set(form.keys())].filter((name) => !FORM_FIELDS.includes(name))
  return Object.fromEntries(names.map((name) => [name, form.getAll(name).join(',')]))
}

export function readFields(id: string): Record<string, string> {
  const form = document.getElementById(id)
  return form instanceof HTMLFormElement ? toFields(new FormData(form)) : {}
}
