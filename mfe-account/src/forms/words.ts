export const TOO_MANY_TRIES =
  'That was tried too often in a short time. Nothing is lost; please try again in a few minutes.'
export const TOO_COMMON =
  'This password is one of those that are guessed first. Choose another; a few words of your own are best.'

/** What a field should be, when it is not. */
export const invalidWords: Record<string, string> = {
  mail: 'This is not a mail address yet. It looks like ann@example.org.',
  name: 'A name has 1 to 80 characters, on one line.',
  password: 'A password has 10 to 200 characters.',
  next: 'A password has 10 to 200 characters.',
  current: 'Your current password is needed here.',
  homeCity: 'A city has at most 80 characters, on one line.',
  interests: 'At most 20, each of at most 40 characters.',
}
