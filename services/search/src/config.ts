import { processEnv } from '@fernweh/kit/server/config'

/** Everything here is public: nobody's identity is read. */
export const searchEnv = processEnv
