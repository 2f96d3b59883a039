import type { myProfile, Profile } from '@fernweh/contracts/api/accounts'
import type { AnswerOf } from '@fernweh/contracts/api/operation'
import type { AccountData } from '@fernweh/contracts/fragments/account'
import { readFields } from '@fernweh/kit/browser/forms/form-fields'
import { useEffect, useState } from 'react'
import type { TeamHost } from '../../host.ts'
import { toShown } from './entered-profile.ts'

type Stored = Pick<AnswerOf<typeof myProfile>, 'profile' | 'version'>

/**
 * The profile as accounts has it, and what was typed beside it when that was refused because of a change elsewhere. After one
 * sent in place the profile is read again, so that saving once more means it.
 */
export function useStoredProfile(host: TeamHost, form: { id: string; refusal: string | null }, data: AccountData) {
  const { id, refusal } = form
  const [stored, setStored] = useState<Stored>(data)
  const [typed, setTyped] = useState<Profile | null>(() =>
    refusal === null ? null : toShown(data.profile, data.typed),
  )
  useEffect(() => {
    if (refusal === null) return setTyped(null)
    void readProfile(host).then((profile) => {
      if (profile) setStored(profile)
      setTyped(toShown(data.profile, readFields(id)))
    })
  }, [id, refusal, host, data])
  return { stored, typed, setStored }
}

/** Null when it cannot be had: then the next try is refused again. */
async function readProfile({ api }: TeamHost): Promise<Stored | null> {
  const answer = await api<typeof myProfile>('GET /profile').catch(() => null)
  return answer && 'profile' in answer ? answer : null
}
