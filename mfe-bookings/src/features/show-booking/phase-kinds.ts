import type { Phase } from './phase.ts'

export const phaseKinds: Record<Phase, 'calm' | 'loss' | 'wait'> = {
  held: 'calm',
  opening: 'wait',
  checkout: 'calm',
  'on-its-way': 'wait',
  mismatch: 'loss',
  confirmed: 'calm',
  visited: 'calm',
  cancelled: 'calm',
  expired: 'loss',
  released: 'calm',
  'too-late': 'loss',
}
