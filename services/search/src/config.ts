export { innerEnv as searchEnv } from '@fernweh/kit/server/config'
