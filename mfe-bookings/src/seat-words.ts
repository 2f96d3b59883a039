export function toSeats(seats: number): string {
  return seats === 1 ? '1 seat' : `${seats} seats`
}
