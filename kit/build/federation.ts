/** One React and one federation runtime per page, both provided by the shell. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { ModuleFederationPlugin } from '@module-federation/enhanced/webpack'

const require = createRequire(import.meta.url)

function shareReact(how: { eager: true } | { import: false }) {
  const names = ['react', 'react-dom', 'react-dom/client', 'react/jsx-runtime']
  return Object.fromEntries(names.map((name) => [name, { singleton: true, requiredVersion: '^19.0.0', ...how }]))
}

/** Name of a remote's global variable. The prefix avoids a clash with the global of an element with that id. */
export function toGlobalName(name: string): string {
  return `fw_${name}`
}

/** `exposes` maps a fragment's name to its file; the chunk carries the fragment's name. */
export function federateRemote(name: string, exposes: Record<string, string>) {
  return new ModuleFederationPlugin({
    name,
    dts: false,
    manifest: false,
    library: { type: 'var', name: toGlobalName(name) },
    filename: 'remoteEntry.[contenthash:10].js',
    exposes: Object.fromEntries(
      Object.entries(exposes).map(([fragment, file]) => [`./${fragment}`, { import: file, name: fragment }]),
    ),
    shared: shareReact({ import: false }),
    experiments: {
      asyncStartup: true,
      externalRuntime: true,
      optimization: { disableSnapshot: true, target: 'web', disableRemote: true },
    },
  })
}

export function federateShell(name: string) {
  return new ModuleFederationPlugin({
    name,
    dts: false,
    manifest: false,
    remotes: {},
    shared: shareReact({ eager: true }),
    experiments: {
      asyncStartup: true,
      provideExternalRuntime: true,
      optimization: { disableSnapshot: true, target: 'web' },
    },
  })
}

/** One plugin requires the runtime's packages as CommonJS, the others import them; the alias makes both use one copy. */
export function aliasFederationRuntime(): Record<string, string> {
  const files = {
    'runtime-core': 'index.js',
    runtime: 'index.js',
    sdk: 'index.js',
    'error-codes': 'index.mjs',
  }
  const enhanced = createRequire(require.resolve('@module-federation/enhanced'))
  return Object.fromEntries(
    Object.entries(files).map(([name, file]) => {
      const dist = path.dirname(enhanced.resolve(`@module-federation/${name}`))
      return [`@module-federation/${name}$`, path.join(dist, file)]
    }),
  )
}

/** Remotes use the shell's runtime and nothing of the SDK, whose loggers would otherwise be bundled for their side effects. */
export const withoutSdk = { '@module-federation/sdk$': false } as const
