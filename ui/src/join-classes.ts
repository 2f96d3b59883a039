/** `joinClasses(styles.a, busy && styles.b)` → one class attribute without the holes. */
export function joinClasses(...classes: (string | false | null | undefined)[]): string {
  return classes.filter(Boolean).join(' ')
}
