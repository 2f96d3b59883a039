import { Announcement, Notice, Notices } from '@fernweh/ui/Notice'
import { Trouble } from '@fernweh/ui/Trouble'
import { toSeats } from '../../seat-words.ts'
import type { HoldState } from './hold-state.ts'
import { toRefusalWords } from './refusal-words.ts'

interface HoldOutcomeProps {
  step: HoldState['step']
  signInHref: string
}

/** Says where the wish stands: sent, decided against, or unknown. What is held is shown by the holds themselves. */
export function HoldOutcome({ step, signInHref }: HoldOutcomeProps) {
  return (
    <>
      <Notices>
        {step.name === 'sent' && <Notice kind="wait">Sent: asking for {toSeats(step.wish.seats)}…</Notice>}
        {step.name === 'refused' && <Notice kind="loss">{toRefusalWords(step.refusal, step.wish.seats)}</Notice>}
        {step.name === 'unsure' && <Trouble fault={step.fault} signInHref={signInHref} />}
      </Notices>
      <Announcement>{step.name === 'held' && `You hold ${toSeats(step.wish.seats)}.`}</Announcement>
    </>
  )
}
