import { Countdown } from '../content/Countdown.tsx'
import { Duration } from '../content/Duration.tsx'
import { Picture } from '../content/Picture.tsx'
import { PlaceTime } from '../content/PlaceTime.tsx'
import { Portrait } from '../content/Portrait.tsx'
import { Price } from '../content/Price.tsx'
import { Rating } from '../content/Rating.tsx'
import { Ticket, TicketReference } from '../content/Ticket.tsx'
import { EmptyState } from '../feedback/EmptyState.tsx'
import { ErrorNotice } from '../feedback/ErrorNotice.tsx'
import { Notice } from '../feedback/Notice.tsx'
import { Skeleton } from '../feedback/Skeleton.tsx'
import { ButtonLink } from '../forms/Button.tsx'
import { Card } from '../layout/Card.tsx'
import { Cards } from '../layout/Cards.tsx'
import { HorizonLine } from '../layout/HorizonLine.tsx'
import { useClock } from '../use-clock.ts'
import styles from './Content.module.css'
import { Example, State } from './Example.tsx'
import { useSamplePicture } from './use-sample-picture.ts'

const troubles = ['offline', 'timeout', 'invalid', 'sent-before', 'unanswered', 'signed-out', 'failed'] as const
const names = ['Ann Berg', 'Bob', 'Cleo Marchetti', 'Mo', 'Łucja Nowak', 'ليلى حداد']
const MINUTE = 60_000

export function Content({ now }: { now: string }) {
  const print = useSamplePicture()
  return (
    <>
      <Example name="Picture" note="A generated picture, three by two. Its colours are shown until it is loaded.">
        <State name="none yet">
          <Picture picture={null} alt="" sizes="20rem" />
        </State>
        <State name="there">
          <div data-changing>
            <Picture picture={print} alt="" sizes="20rem" />
          </div>
        </State>
      </Example>
      <Example name="Card" note="A picture and its words. One link, and the whole card follows it. No border.">
        <State name="in Cards" wide>
          <Cards>
            {['The last wooden trams', 'Salt, smoke and sardines: an evening with the fishers of Setúbal'].map(
              (title) => (
                <li key={title}>
                  <Card
                    picture={<Picture picture={null} alt="" sizes="20rem" />}
                    kicker="Lisbon · tour"
                    title={title}
                    href="#card"
                  >
                    <p>
                      <Rating average={4.6} count={28} />
                    </p>
                  </Card>
                </li>
              ),
            )}
          </Cards>
        </State>
        <State name="loading: Skeleton" wide>
          <Skeleton of="cards" count={2} />
        </State>
      </Example>
      <Example name="Skeleton" note="Placeholders while something loads, in its final size.">
        <State name="rows">
          <Skeleton of="rows" count={3} />
        </State>
        <State name="reviews" wide>
          <Skeleton of="reviews" count={2} />
        </State>
      </Example>
      <Example name="EmptyState" note="What is missing and what to do next.">
        <State name="with a way on" wide>
          <EmptyState title={<h4>Nothing on that day</h4>}>
            <p>Perhaps a day later, or in another city.</p>
            <ButtonLink href="#emptystate">See the whole week</ButtonLink>
          </EmptyState>
        </State>
      </Example>
      <Example
        name="Notice"
        note="Calm confirms, loss says what did not happen, wait says what is pending. Notices that come and go are wrapped in Notices."
      >
        <State name="calm" wide>
          <Notice kind="calm">Your profile has been saved.</Notice>
        </State>
        <State name="wait" wide>
          <Notice kind="wait">Your payment is on its way. You may close this page.</Notice>
        </State>
        <State name="loss" wide>
          <Notice kind="loss">Somebody was faster: these seats are gone. Nothing was paid.</Notice>
        </State>
      </Example>
      <Example name="ErrorNotice" note="What went wrong, what was kept, what to do.">
        {troubles.map((why) => (
          <State key={why} name={why} wide>
            <ErrorNotice
              fault={why === 'sent-before' ? { invalid: [{ field: 'idempotency-key' }] } : { why }}
              signInHref="#trouble"
            />
          </State>
        ))}
      </Example>
      <Example name="Rating" note="Stars to the nearest half, and the number.">
        <State name="rated">
          <Rating average={4.64} count={1284} />
        </State>
        <State name="once">
          <Rating average={3.5} count={1} />
        </State>
        <State name="empty">
          <Rating average={null} count={0} />
        </State>
      </Example>
      <Example name="PlaceTime" note="The place’s own time first, the reader’s when it differs.">
        <State name="far away">
          <PlaceTime start={{ startsAt: '2030-03-14T18:30:00Z', zone: 'Asia/Kolkata' }} />
        </State>
        <State name="with the name of the place">
          <PlaceTime start={{ startsAt: '2030-03-14T18:30:00Z', zone: 'Europe/Lisbon' }} place="Évora" />
        </State>
      </Example>
      <Example name="Price, Duration" note="As the reader’s locale writes them.">
        <State name="no empty cents">
          <Price price={{ amount: 2900, currency: 'EUR' }} />
        </State>
        <State name="cents, and none in yen">
          <Price price={{ amount: 2950, currency: 'EUR' }} />, <Price price={{ amount: 2900, currency: 'JPY' }} />
        </State>
        <State name="hours and minutes; whole days">
          <Duration minutes={150} />, <Duration minutes={2880} />
        </State>
      </Example>
      <Example name="Countdown" note="Updated every second, announced three times.">
        <State name="running">
          <Running now={now} minutes={10} />
        </State>
        <State name="over">
          <Running now={now} minutes={0} />
        </State>
      </Example>
      <Example name="HorizonLine" note="Progress line at the bottom of what is waiting.">
        <State name="busy" wide>
          <div className={styles.waiting}>
            <HorizonLine />
          </div>
        </State>
      </Example>
      <Example name="Portrait" note="Initials under a small sun, always the same for the same name.">
        <State name="small and large" wide>
          <div className={styles.people}>
            {names.map((name) => (
              <Portrait key={name} name={name} />
            ))}
            <Portrait name="Ann Berg" size="large" />
          </div>
        </State>
      </Example>
      <Example name="Ticket" note="The booking, and the code shown at the entrance.">
        <State name="with a code" wide>
          <Ticket code={<Code />}>
            <h4>The last wooden trams</h4>
            <PlaceTime start={{ startsAt: '2030-03-14T18:30:00Z', zone: 'Europe/Lisbon' }} />
            <TicketReference>FW-7K3MQ2XZ4D</TicketReference>
          </Ticket>
        </State>
        <State name="without" wide>
          <Ticket>
            <TicketReference>FW-7K3MQ2XZ4D</TicketReference>
          </Ticket>
        </State>
      </Example>
    </>
  )
}

function Running({ now, minutes }: { now: string; minutes: number }) {
  const clock = useClock(now)
  const until = new Date(Date.parse(now) + minutes * MINUTE).toISOString()
  return <Countdown until={until} clock={clock} over="Time is up" />
}

function Code() {
  return (
    <svg viewBox="0 0 8 8" width="128" height="128" role="img" aria-label="A code">
      <path fill="#fff" d="M0 0h8v8H0z" />
      <path d="M1 1h2v2H1zM5 1h2v2H5zM1 5h2v2H1zM4 4h1v1H4zM6 4h1v2H6zM4 6h2v1H4z" />
    </svg>
  )
}
