import { defineConfig } from '@playwright/test'

export default defineConfig({ testMatch: 'forever-journey.ts', reporter: 'line' })
