/** Maximum number of seats of one booking. */
export const MAX_SEATS = 20

/** For how many people sessions are shown until another number is chosen. */
export const DEFAULT_SEATS = 2

/** Pages warn that seats are running out from this many on. */
export const MAX_FEW_SEATS = 3
