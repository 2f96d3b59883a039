import type { FormView } from './use-form.ts'

export const TOO_MANY_TRIES =
  'That was tried too often in a short time. What you typed is fine to send again in a few minutes.'
export const TOO_COMMON =
  'This password is one of those that are guessed first. Choose another; a few words of your own are best.'

const invalidWords: Record<string, string> = {
  mail: 'This is not a mail address yet. It looks like ann@example.org.',
  name: 'A name has 1 to 80 characters, on one line.',
  password: 'A password has 10 to 200 characters.',
  next: 'A password has 10 to 200 characters.',
  current: 'Your current password is needed here.',
  homeCity: 'A city has at most 80 characters, on one line.',
  interests: 'Choose at most 20.',
}

/** What is wrong with a field: `refusals` are those that are about this one. */
export function toFieldError<Refusal extends string>(
  { refusal, invalid }: Pick<FormView<Refusal>, 'refusal' | 'invalid'>,
  field: string,
  refusals: Partial<Record<Refusal, string>> = {},
): string | undefined {
  const refused = refusal === null ? undefined : refusals[refusal]
  return refused ?? (invalid.includes(field) ? invalidWords[field] : undefined)
}

export const isExplained = (field: string): boolean => Object.hasOwn(invalidWords, field)
