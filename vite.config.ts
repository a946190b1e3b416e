import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// Older ones lack light-dark(), which would otherwise be rewritten into something a theme switch cannot reach.
const BROWSERS = ['chrome123', 'edge123', 'firefox120', 'safari17.5']

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  'frame-src': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'app',
}

// In the page itself, so that it holds on a host whose headers nobody can set.
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: Object.entries(POLICY)
            .map((directive) => directive.join(' '))
            .join('; '),
        },
        injectTo: 'head-prepend',
      },
    ],
  },
})

// A mistake with dates often shows only away from Greenwich, and half an hour off the full ones. Pure modules have no
// state to keep apart: to load them anew for each file took three quarters of the time.
const pure = (zone: string) => ({
  extends: true as const,
  test: { name: zone, environment: 'node', include: ['tests/**/*.test.ts'], env: { TZ: zone }, isolate: false },
})

const dom = {
  extends: true as const,
  test: {
    name: 'dom',
    environment: 'jsdom',
    include: ['tests/**/*.test.tsx'],
    setupFiles: ['tests/dom.ts'],
    env: { TZ: 'Europe/London' },
  },
}

export default defineConfig(({ command }) => {
  // An inherited one must not decide what is built or tested: React differs by it.
  const served = process.env['VITEST'] ? 'test' : 'development'
  process.env['NODE_ENV'] = command === 'build' ? 'production' : served
  return {
    base: './',
    publicDir: 'data',
    plugins: [react(), contentSecurityPolicy()],
    worker: { format: 'es' },
    server: { host: '127.0.0.1' },
    build: {
      target: BROWSERS,
      // The policy allows no data: address for scripts, styles, fonts or requests.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    test: { passWithNoTests: true, projects: [pure('UTC'), pure('America/St_Johns'), dom] },
  }
})
