export { internalEnv as searchEnv } from '@fernweh/kit/server/process/config'
