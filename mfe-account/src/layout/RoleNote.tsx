import type { Role } from '@fernweh/contracts/identity'
import { useMessages } from '../messages/use-messages.ts'

/** What hosts and moderators can do, until they have pages of their own. */
export function RoleNote({ role }: { role: Role }) {
  const { t } = useMessages()
  return role !== 'traveller' && <p data-role={role}>{t(`role.${role}`)}</p>
}
